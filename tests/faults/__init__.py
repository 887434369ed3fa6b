"""Faults: kills at any moment, full disks, vanished files, company; nothing acknowledged is lost.

pytest tests/faults                       the quick form, as in CI
pytest tests/faults --kills 1000          many kills
pytest tests/faults --company 3600        two writers and a reader for an hour
"""
