"""Letters about a parcel: 投诉、查询函, 索赔申请, 申诉书."""
