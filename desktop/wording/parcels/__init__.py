"""Words around parcels: addresses and their doubts, what the free service covers, what an applicant
is told on a screen and in a message, what stands on labels and slips.
"""
