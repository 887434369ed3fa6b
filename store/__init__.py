"""Texts in, claims with dates, chains and flags out, kept in one SQLite file."""
