"""Screens. The only package that knows Qt; the GUI thread owns the one writing connection.

Here live the application (`app`), what stands between a click and a verb (`desk`), the window
(`shell`), keys and scanner, `theme/`, `widgets/` that every page shares and `pages/`, one folder
per feature. A page holds no rule and no SQL: it asks `Desk` to perform verbs and to read views.
"""
