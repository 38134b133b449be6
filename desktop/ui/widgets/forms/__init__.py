"""What a form is made of beside its fields: tabs, choices, days, a question in place, facts."""
