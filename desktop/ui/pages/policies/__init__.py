"""政策: what a policy gives and whether its conditions hold; the permits that a 经营范围 needs."""
