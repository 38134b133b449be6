"""减免: what was saved — materials, steps, visits, days — and the rule behind each difference."""
