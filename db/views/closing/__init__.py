"""Lists for 日结 and 交班, and who signed in when."""
