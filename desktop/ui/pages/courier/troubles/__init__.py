"""要处理: parcels with a trouble, the card that says what is wrong, and the panels of what is done."""
