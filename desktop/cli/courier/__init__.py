"""Commands around parcels: carriers, troubles, labels and slips, what applicants are told, coverage."""
