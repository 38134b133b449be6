"""办事指南: the guide of one item, A4, for the hall's shelf and screen."""
