"""The catalogues of the window: nothing missing, nothing left over, the same places filled, and compiled as written."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tools import translate

CODES = translate.codes()
SAME = re.compile(
    r"[\W\d_]*|.*\b(SLA|CSAT|NPS|CES|RTO|RPO|P1|PDF|Excel|RACI|slaeditor|Ctrl|Shift|Alt|Tab|Enter|F\d+)\b.*", re.DOTALL
)
"""What may read alike in another language: signs, and names of things that have no other."""
MOST_ALIKE = 60
"""So many more may be alike by nature: Model, Format, Risk; a language that nobody translated has hundreds."""


def messages(code: str) -> list[Message]:
    return [message for message in translate.read(code) if message.id]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def forms(message: Message) -> list[tuple[str, str]]:
    """Each form of the text beside what it is in the other language."""
    ids = list(message.id) if isinstance(message.id, tuple) else [str(message.id)]
    said = list(message.string) if isinstance(message.string, tuple) else [str(message.string)]
    return [(ids[-1] if len(ids) > 1 else ids[0], one) for one in said]


def test_there_is_turkish() -> None:
    assert "tr" in CODES


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_in_the_catalogue_and_no_other(code: str) -> None:
    assert translate.as_po(translate.updated(code)) == (translate.FOLDER / f"{code}.po").read_bytes()


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated_with_the_same_places(code: str) -> None:
    missing = [message.id for message in messages(code) if not all(said for _, said in forms(message))]
    assert not missing
    other = [pair for message in messages(code) for pair in forms(message) if places(pair[0]) != places(pair[1])]
    assert not other


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_in_english(code: str) -> None:
    alike = [
        one for message in messages(code) for one, said in forms(message) if one == said and not SAME.fullmatch(one)
    ]
    assert len(alike) <= MOST_ALIKE, alike
    assert not [one for one in alike if len(one.split()) > 3], "whole sentences"


@pytest.mark.parametrize("code", CODES)
def test_it_is_compiled_as_it_is_written(code: str) -> None:
    assert translate.as_mo(translate.read(code)) == (translate.FOLDER / f"{code}.mo").read_bytes()
