"""Texts that lie beside the repository on some machines; tests that need them skip elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("CONFLICT_TUI_SHARED") or Path(__file__).parents[2] / "shared")
SEEDS = SHARED / "corpus" / "seeds"

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the three seed articles are third-party texts and not part of this"
)
