"""保存期: how long a case is kept, what keeps it longer, what was destroyed, what a person may ask."""
