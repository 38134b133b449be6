"""情形 and 要交什么: the question in work, the painted list, what keys do to a row."""
