"""Verbs of 保存期: terms, holds, destruction, and a person's request about their own data."""
