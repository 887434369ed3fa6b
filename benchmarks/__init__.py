"""What is measured; each is run as ``python -m benchmarks.NAME``."""
