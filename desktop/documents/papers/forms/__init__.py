"""申请表: the application form, blank, as a sample, or filled for signature."""
