"""办理: from 受理 to 办结: what is reviewed, what stops the clock, what is decided, made, delivered.

Here live the entries of a case after its acceptance, their rules, the statutory clocks with their
ledger day by day, and the duties that stand open. How a case is received is `cases`' matter.
"""
