"""The log as a file: CSV, XLSX, PDF, JSON; each a `ports.LedgerWriter`, by format in `formats`."""
