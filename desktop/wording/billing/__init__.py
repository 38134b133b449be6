"""对账 in words: verdicts, notes, acts, refusals, and the reconciliation as a workbook."""
