"""What stands on the papers between 受理 and 办结, one module per turn of the case.

Each prints what the course of the case last tells of its kind: the running procedure, the
decision, the delivery. `rows` is what several of them share.
"""
