"""看板·月报: what is counted, from which entries, on which day; rates with what they divide by."""
