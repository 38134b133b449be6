"""Sentences for what happens to a case from acceptance to closing, on screen and paper."""
