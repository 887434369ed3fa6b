"""Tests of the formats that are read: real shapes of each, made here and kept in sample_data."""
