"""What stands on each paper: one module per paper, the parts they share, head and foot."""
