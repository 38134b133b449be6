"""保存期: what is over, what is held, what was destroyed, the terms; a person's own request."""
