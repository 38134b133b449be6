"""日结, 交班 and accounts in words, and papers that stay in the office."""
