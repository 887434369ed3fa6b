"""The names of the world: found in any case and script, each with one canonical name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import lexicon
from store.errors import ConflictError
from store.places.gazetteer import SORTS, WORLD, Gazetteer, gazetteer
from store.places.spellings import Name
from store.words import cut


def _entries() -> Iterator[tuple[str, str, list[str]]]:
    for sort in SORTS:
        for names in lexicon.read(sort, WORLD).values():
            yield from ((sort, label, others) for label, others in names.items())


@pytest.mark.parametrize(
    ("text", "label", "adjective"),
    [
        ("Часового Яру", "Chasiv Yar", False),
        ("Великої Новосілки", "Velyka Novosilka", False),
        ("Николаеве", "Mykolaiv", False),
        ("Северского Донца", "Siverskyi Donets", False),
        ("Куп’янському", "Kupiansk", True),
        ("Гуляйпільському", "Huliaipole", True),
        ("Сирийские", "Syria", True),
        ("El-Fasher", "El Fasher", False),
        ("Khan-Younis", "Khan Younis", False),
        ("Nis", "Niš", False),
        ("ЗАЕС", "Zaporizhzhia Nuclear Power Plant", False),
        ("Південного Судану", "South Sudan", False),
    ],
)
def test_a_name_is_known(text: str, label: str, adjective: bool) -> None:
    """In any case, with or without hyphens and marks, as a noun or an adjective."""
    found = gazetteer().at(cut(text), 0)
    assert found is not None
    assert (found.end, (found.names or found.of)[0].label, found.adjective) == (
        len(cut(text)),
        label,
        adjective,
    )


@pytest.mark.parametrize(
    "text", ["us", "Us", "car", "Сумка", "Киевлянин", "Газета", "Малих", "Соч"]
)
def test_other_words_are_no_names(text: str) -> None:
    """A name in capitals is known in capitals only, and never inside a longer word."""
    assert gazetteer().at(cut(text), 0) is None


def test_a_spelling_that_places_share_names_them_all() -> None:
    """Then the text has to tell which is meant."""
    found = gazetteer().at(cut("Tripoli"), 0)
    assert found is not None
    assert {name.label for name in found.names} == {"Tripoli", "Tripoli, Lebanon"}


def test_every_canonical_name_is_known_by_itself() -> None:
    """A canonical name leads to itself, so that what is stored can be looked up again."""
    known = gazetteer()
    for _, label, _ in _entries():
        found = known.at(cut(label), 0)
        assert found is not None, label
        assert (found.end, label in {n.label for n in found.names}) == (len(cut(label)), True), (
            label
        )


def test_no_spelling_mixes_scripts_or_is_written_twice() -> None:
    """A Latin letter inside a Cyrillic name would never be found."""
    for _, label, others in _entries():
        assert len(others) == len(set(others)), label
        for written in others:
            assert not (re.search("[A-Za-z]", written) and re.search("[а-яіїєґ]", written)), written


def test_namesakes_stand_with_no_other_sort() -> None:
    """A name that many places bear is not one place's as well."""
    labels = {sort: {label for s, label, _ in _entries() if s == sort} for sort in SORTS}
    assert not labels["namesakes"] & labels["towns"]


def test_every_state_is_named_in_three_scripts() -> None:
    """Russian and Ukrainian texts speak of all states."""
    for sort, label, others in _entries():
        if sort == "states":
            assert any(re.search("[А-ЯІЇЄа-яіїє]", written) for written in others), label


def test_a_users_names_are_known_beside_ours(tmp_path: Path) -> None:
    """A file of the same name under the user's folder adds to ours."""
    (tmp_path / WORLD).mkdir()
    (tmp_path / WORLD / "towns.toml").write_text('[mine]\n"Exempelstad" = ["Exampletown"]\n')
    known = gazetteer(tmp_path)
    assert [known.at(cut(text), 0) is not None for text in ("Exampletown", "Goma")] == [True, True]


def test_names_are_looked_up_in_order_of_length() -> None:
    """The longer of two names wins."""
    near, far = Name("New", "towns", "a"), Name("New Town", "towns", "a")
    found = Gazetteer([("New", near), ("New Town", far)]).at(cut("New Town"), 0)
    assert found is not None
    assert found.names == (far,)


@pytest.mark.parametrize("text", ['[mine]\nx = "not a list"\n', '[towns]\n"A" = [1]\n'])
def test_a_wrong_file_is_named(tmp_path: Path, text: str) -> None:
    """Entries that are no lists of names are an error with the file and the name."""
    (tmp_path / WORLD).mkdir()
    (tmp_path / WORLD / "towns.toml").write_text(text)
    with pytest.raises(ConflictError, match=r"towns\.toml"):
        gazetteer(tmp_path)
