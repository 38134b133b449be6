"""接待."""

from desktop.ui.pages.page import Page


class IntakePage(Page):
    """stub"""
