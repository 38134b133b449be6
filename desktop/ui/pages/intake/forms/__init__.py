"""表单: the application form at the counter, what is known quiet, what is open standing out."""
