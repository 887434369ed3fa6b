"""Every regular expression is linear: a text twice as long makes it work about twice as much."""

from __future__ import annotations

import re
import re._constants as c  # type: ignore[import-not-found]
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.regexes.attacks import attacks, kept, text
from tests.regexes.found import Made, Site, made, sites
from tests.regexes.steps import ENOUGH, Walk, steps, tree

SITES = list(sites())
GROUPS = (c.SUBPATTERN, c.BRANCH, c.ATOMIC_GROUP)
UNWATCHED = {"store/lexicon.py", "tui/configured.py"}
"""Where an expression is made of one escaped name and nothing repeats, once a file is at fault."""


@pytest.fixture(scope="module")
def compiled() -> Iterator[list[Made]]:
    """What is compiled of patterns that are not written out, and frames enough to walk them."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(20_000)
    yield made()
    sys.setrecursionlimit(before)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_every_expression_is_linear(site: Site, compiled: list[Made]) -> None:
    """Where it is written, and whatever it is made of; a new one is found here by itself."""
    patterns = patterns_of(site, compiled)
    assert patterns or site.path in UNWATCHED
    for pattern in patterns:
        assert not hurt(as_text(pattern), site.anchored), pattern.pattern


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_only_a_character_is_repeated_possessively(site: Site, compiled: list[Made]) -> None:
    """Of a group, Python before 3.11.5 takes too much (gh-106052): "said." was "sai", "d."."""
    for pattern in patterns_of(site, compiled):
        assert not has_kept_group(as_text(pattern)), pattern.pattern


@pytest.mark.parametrize(
    ("pattern", "group"),
    [(r"\w++", False), (r"(?:-\w++)*+", True), (r"(?>(?:-\w)*)", False), (r"(a(?:bc)?+)", True)],
)
def test_a_group_that_is_repeated_possessively_is_seen(pattern: str, group: bool) -> None:
    """Wherever it stands."""
    assert has_kept_group(re.compile(pattern)) is group


def has_kept_group(pattern: re.Pattern[str]) -> bool:
    """Whether an expression repeats possessively what is more than one character."""
    return any(len(inner) != 1 or inner[0][0] in GROUPS for inner in kept(tree(pattern)))


def patterns_of(site: Site, compiled: list[Made]) -> list[re.Pattern[Any]]:
    """What is written at a place, else what was compiled there."""
    watched = [each.pattern for each in compiled if each.at(site)]
    return [site.pattern] if site.pattern else watched


def hurt(pattern: re.Pattern[str], anchored: bool) -> list[str]:
    """The first attack that makes an expression work more than its length says, if there is one."""
    for attack in attacks(pattern):
        few, many = (steps(pattern, text(attack, times), anchored) for times in (12, 24))
        if many > 2.5 * max(few, 20) or many >= ENOUGH:
            few, many = (steps(pattern, text(attack, times), anchored) for times in (60, 120))
            if many > 2.8 * few or many >= ENOUGH:
                return [text(attack, 4)]
    return []


def as_text(pattern: re.Pattern[Any]) -> re.Pattern[str]:
    """An expression on bytes as one on the characters of the same numbers."""
    if isinstance(pattern.pattern, str):
        return pattern
    return re.compile(pattern.pattern.decode("latin-1"), pattern.flags | re.ASCII)


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [
        (r"a*b", False),
        (r"(?<!a)a*b", True),
        (r"\s+$", False),
        (r"(?<!\s)\s+$", True),
        (r"(?:a|a)*b", False),
        (r"(?:<.*?>\s*)*!", False),
        (r"<[^>]*>", False),
        (r"<[^<>]*>", True),
        (r"\b\w+\s*=", True),
        (r"\w+@", False),
        (r"x{0,9}y", True),
    ],
)
def test_the_test_sees_what_it_looks_for(pattern: str, linear: bool) -> None:
    """Expressions of which it is known."""
    assert bool(hurt(re.compile(pattern), anchored=False)) is not linear


@pytest.mark.parametrize(
    ("pattern", "found", "missed"),
    [
        (r"(?i)stra(?:ß|ss)e\b", "STRASSE 1", "strassen"),
        (r"^(?P<a>\w)x(?P=a)$", "axa", "axb"),
        (r"(?m)^b", "a\nb", "a b"),
        (r"(?<=a)b(?!c)", "abd", "abc"),
        (r"(a)?b(?(1)c|d)", "abc", "xab"),
        (r"(?>a+?)b", "aab", "aa"),
        (r"a++b", "aab", "aa"),
        (r"[^\W\d_]{2,}?\d", "яя1", "я1"),
        (r"\Aa.c\Z", "abc", "abc\n"),
    ],
)
def test_the_walk_matches_as_the_engine_does(pattern: str, found: str, missed: str) -> None:
    """What is counted is a search that finds what ``re`` finds."""
    compiled = re.compile(pattern)
    assert compiled.search(found)
    assert not compiled.search(missed)
    assert Walk(compiled, found).search(len(found) + 1)
    assert not Walk(compiled, missed).search(len(missed) + 1)
