"""Pages, one folder per feature: intake, entry, cases, courier, log, hall, papers.

`page.py` says what a page is, `registry.py` lists them: a new page is one line there. A page
shows and asks; rules are in `desktop.domain`, verbs in `desktop.services`.
"""
