"""主题: themes with what they save, one submission for all members, theme cases at work."""
