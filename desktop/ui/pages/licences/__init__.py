"""证照: the register, what may be renewed this month, and licences entered by hand."""
