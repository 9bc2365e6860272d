"""Text in cells and footers: nothing that a program would run, misread or refuse."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.export.xlsx.safe import LONGEST, cell_text, looks_like_formula, page_text


@given(st.text(st.characters(blacklist_categories=())))
def test_a_cell_text_is_legal_xml_and_not_too_long(text: str) -> None:
    element = ElementTree.Element("t")
    element.text = cell_text(text)
    assert ElementTree.fromstring(ElementTree.tostring(element, "utf-8")).text in (element.text, None)
    assert len(element.text.encode("utf-16-le")) // 2 <= LONGEST


@pytest.mark.parametrize("end", ["x", "😀"])
def test_a_text_that_is_too_long_says_that_it_was_cut(end: str) -> None:
    text = cell_text("a" + end * LONGEST)
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text.startswith("a" + end)
    assert text.endswith(
        f"[cut here: {LONGEST + 1:,} characters are too many for a cell; the agreement has the whole text]"
    )


def test_a_text_that_just_fits_is_whole() -> None:
    assert cell_text("x" * LONGEST) == "x" * LONGEST


def test_what_looks_like_an_escape_is_no_escape() -> None:
    assert cell_text("_x0041_ and _x_") == "_x005F_x0041_ and _x_"


def test_line_ends_are_one_character() -> None:
    assert cell_text("a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", "|calc"])
def test_formula_like_texts_are_known(text: str) -> None:
    assert looks_like_formula(cell_text(text))


def test_a_footer_has_no_codes_but_ours() -> None:
    assert page_text("R&D &P\n2027") == "R&&D &&P 2027"
    assert page_text("x" * 100, 10) == "x" * 9 + "…"
