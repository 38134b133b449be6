"""Verbs of the calendar: read a year's file, publish a year, set how days are counted.

What ships (`resources/calendar`) is overlaid with what a supervisor published; opening hours never
make a working day.
"""
