"""看板·月报 put together from the views: counts in, one value for screen and paper out."""
