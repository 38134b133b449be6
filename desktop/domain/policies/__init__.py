"""Support policies (科创20条): conditions, amounts, ceilings; and what a business scope needs.

`policy` says what a policy is and how much it gives, `eligible` whether its conditions hold,
`amount` reads amounts as people write them, `scope` says what a phrase of 经营范围 needs and
`phrases` finds the phrases in a text.
"""
