"""对账: a carrier's monthly bill against what was sent and what the contract says it costs.

Here live how a bill is read out of a table, the contract's tariff, the verdicts on each line, what
a parcel costs each of its cases, and the course of a bill until it is signed off. Pure: tables
come as sheets of text, amounts are exact decimals of yuan, weights whole grams.
"""
