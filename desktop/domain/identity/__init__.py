"""Who somebody is: documents, their numbers and how much of them is shown.

Here live checks that are pure arithmetic over a number, and masking. A check answers with a
level and data; it blocks only what cannot be right, never a doubtful birthplace.
"""
