"""Verbs from 受理 to 办结: review, procedures, decision, delivery, changes, due days, duties."""
