"""Tests of the claim extractor."""
