"""What every page is built of: banner, buttons, fields, choices, lists, the painted checklist.

A widget here knows no case and no service; it is given words and data, and emits what was done.
"""
