"""Panels that take the middle of the intake page: 谁来办, 怎么拿结果, F3, F7, what was done."""
