"""Tests of the store: loading, finding, deciding, journal, readers, exports."""
