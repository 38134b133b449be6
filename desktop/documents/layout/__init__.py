"""Where things stand: page sizes, strips, tables, and how strips flow over pages."""
