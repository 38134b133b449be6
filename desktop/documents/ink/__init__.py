"""What touches the paper: faces and their characters, lines of text, the pen, code patterns."""
