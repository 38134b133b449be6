"""日结·交班: what a day leaves open, what is carried over, what passes from one clerk to another."""
