"""分歧·移交: what two stations did against each other, and cases handed to this hall."""
