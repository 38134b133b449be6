"""接待: one applicant, one situation, one list, one act."""
