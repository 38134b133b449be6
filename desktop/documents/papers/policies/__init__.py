"""Papers on support policies: what was worked out, and what it is not."""
