"""Handing results on, one module a format."""

from store.export.csv import to_csv
from store.export.jsonl import to_jsonl

__all__ = ["to_csv", "to_jsonl"]
