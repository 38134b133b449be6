"""文书: look at a paper, print it, save it; labels too. Printing never conditions an act.

`sheets` names what is shown, `raster` makes pictures of a PDF, `view` shows them, `press` speaks
to the system's printer, `printing` journals what became of each, `page` puts them together.
"""
