"""Chinese of 到件: labels, sentences of its acts and refusals."""
