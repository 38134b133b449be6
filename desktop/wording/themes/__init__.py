"""Chinese of 一件事: labels, sentences of its acts and refusals, the rules behind its figures."""
