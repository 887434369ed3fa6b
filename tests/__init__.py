"""Tests are tables of input and outcome; each docstring says the behaviour that the table shows."""
