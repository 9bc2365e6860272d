"""Text of both directions: its order as an independent implementation of UAX #9 gives it, and what no name may do to its neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.export.pdf import bidi

SEEN = [
    ("car אבג 12, (דה) x", "car )הד( ,12 גבא x"),
    ("אבג car 1,000.50 (דה)", ")הד( car 1,000.50 גבא"),
    ("ابج 30% (د) 08:00-17:00", "17:00-08:00 )د( %30 جبا"),
    ("by \u2068אבג\u2069, 12 h, \u2068דהו\u2069.", "by גבא, 12 h, והד."),
    ("a (אב) c", "a (בא) c"),
    ("א (b) ג", "ג )b( א"),
    ("ש״ח 5,000 / P1", "P1 / 5,000 ח״ש"),
    ("v1.2 אב [3] ג, d", "v1.2 ג ]3[ בא, d"),
    ("ابجد ١٢٬٥ هـ", "ـه ١٢٬٥ دجبا"),
    ("\u2068אב 1\u2069 2 \u2068ג\u2069 3", "3 ג 2 1 בא"),
    ("x \u2068אב 1\u2069 2 \u2068ג\u2069 3", "x 1 בא 2 ג 3"),
    ("אב \u2068Corp. (x) 7\u2069 גד, 8.", ".8 ,דג Corp. (x) 7 בא"),
    ("x ב\u05b8ג y", "x ג\u05b8ב y"),
    ("-5 אב +3", "3+ בא 5-"),
    ("tel. +90 312 אב 44", "tel. +90 312 44 בא"),
    ("a\u05b8(\u05d0)\u05b8 b", "a\u05b8(\u05d0)\u05b8 b"),
]


def seen(text: str) -> str:
    _, levels = bidi.levels(text)
    return "".join(one for one in bidi.visual(text, levels) if one not in (bidi.ISOLATE, bidi.END))


@pytest.mark.parametrize(("text", "wanted"), SEEN)
def test_the_order_is_that_of_the_standard(text: str, wanted: str) -> None:
    assert seen(text) == wanted


LETTERS = st.text("abאבגابج12 .,()[]-+%٣\u05b8\u200f\u200e\u200c", max_size=20)


@given(LETTERS)
def test_every_character_is_seen_once(text: str) -> None:
    assert sorted(seen(text)) == sorted(text)


@given(st.lists(LETTERS, min_size=3, max_size=3))
def test_what_stands_beside_a_value_stays_where_it_is(names: list[str]) -> None:
    around = ["The Provider ", " pays ", " EUR 1,000.50 within 30 days to ", "."]
    text = around[0] + "".join(
        f"{bidi.ISOLATE}{name}{bidi.END}{after}" for name, after in zip(names, around[1:], strict=True)
    )
    shown = seen(text)
    assert shown.startswith(around[0])
    assert shown.endswith(around[3])
    assert [len(name) for name in names] == [
        len(part)
        for part in (
            shown[len(around[0]) : shown.index(around[1], len(around[0]))],
            shown[shown.index(around[1]) + len(around[1]) : shown.index(around[2])],
            shown[shown.index(around[2]) + len(around[2]) : -1],
        )
    ]


def test_brackets_are_turned_and_other_signs_are_not() -> None:
    assert [bidi.mirrored(one) for one in "(«<a-"] == [")", "»", ">", "a", "-"]
