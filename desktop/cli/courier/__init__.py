"""Commands around parcels: labels and slips, what an applicant is told, the free service's reach."""
