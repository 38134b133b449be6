"""The program: rules (domain), verbs (services), papers, couriers, commands and screens.

Only `desktop.ui` knows Qt and nothing here knows the database; `main.py` puts both together.
"""
