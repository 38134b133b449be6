"""容缺受理 and 告知承诺: what may follow later, what a promise stands for, and who is excluded."""
