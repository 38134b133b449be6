"""Verbs of 容缺受理 and 告知承诺, and the list of bad records that a hall imports."""
