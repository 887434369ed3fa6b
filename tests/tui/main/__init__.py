"""Tests of the main screen and of what it is made of."""
