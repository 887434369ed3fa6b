"""Hostile documents, made by code: through every reader, the terminal, the app and every export.

pytest tests/hostile                      small files, as in CI
pytest tests/hostile --hurt 20            the same files, twenty times as large
"""
