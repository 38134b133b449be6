"""Words of the supervisor's desk."""
