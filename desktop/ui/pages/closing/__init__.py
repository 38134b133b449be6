"""日结: what is open and why it is carried over; 交班 to another clerk; the log exported by itself."""
