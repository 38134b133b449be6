"""Commands: a module per noun of the trade, each with its `COMMANDS`, and how an answer is given.

Here live arguments and the shape of answers, no rules. Nothing here imports Qt; what is slow to
import is imported when a command needs it, so that a command starts in 0.7 s or less.
"""
