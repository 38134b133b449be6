"""The supervisor's desk in words."""
