"""Commands of 对账: a bill held against what was sent, and the tariff."""
