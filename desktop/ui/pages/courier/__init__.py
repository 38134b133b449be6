"""快递: parcels both ways, free of charge to the applicant.

`page` holds the levels: list → parcel → form, and the hand-over sheet; `contents` chooses lines.
"""
