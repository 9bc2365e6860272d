"""Lines and pages: nothing is lost, nothing is wider or higher than it may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.export.blocks import Run
from slaeditor.export.pdf import fonts, styles
from slaeditor.export.pdf.paging import pages
from slaeditor.export.pdf.setting import lines, shape
from slaeditor.export.pdf.strips import Seg, Strip

fonts.register()
WORDS = st.lists(st.text("abcdefgşğı€→-/ ", max_size=30), max_size=30)


@given(WORDS, st.floats(60, 500))
def test_lines_hold_all_text_and_keep_to_their_measure(texts: list[str], measure: float) -> None:
    set_lines = lines(
        shape([Run(text, bold=number % 2 == 0) for number, text in enumerate(texts)], styles.BODY), measure
    )
    said = "".join(seg.text for line in set_lines for seg in line.segs)
    assert said.replace(" ", "") == "".join(texts).replace(" ", "")
    assert all(line.width <= measure + 0.1 for line in set_lines)


def test_blanks_between_runs_are_kept() -> None:
    (line,) = lines(
        shape([Run("the "), Run("English", path=("a",)), Run(" version"), Run(".", bold=True)], styles.BODY), 400
    )
    assert "".join(seg.text for seg in line.segs) == "the English version."
    assert line.paths == (("a",),)


def seen(*runs: Run, measure: float = 400) -> list[str]:
    return ["".join(seg.text for seg in line.segs) for line in lines(shape(runs, styles.BODY), measure)]


def test_right_to_left_words_are_turned_round_for_the_eye() -> None:
    assert seen(Run("A שלום עולם B")) == ["A םלוע םולש B"]


def test_names_and_figures_keep_their_places_in_a_sentence() -> None:
    name = Run("אב 24 (גד)", path=("parties", "customer", "legal_name"))
    assert seen(Run("Pay "), name, Run(" 1,000 "), name, Run(".")) == ["Pay (דג) 24 בא 1,000 (דג) 24 בא."]


def test_several_terms_stand_in_the_order_of_the_document() -> None:
    names = [Run(name, path=("targets", "items", "t", "services"), target=(name,)) for name in ("אב", "גד")]
    between = Run(" and ", path=("targets", "items", "t", "services"))
    kind = Run("incident", path=("targets", "items", "t", "record"))
    assert seen(names[0], between, names[1], Run(" · "), kind) == ["בא and דג · incident"]
    assert seen(names[0], between, names[1]) == ["בא and דג"]
    assert seen(Run("אב", path=("a",)), Run(" 1 "), Run("גד", path=("b",))) == ["בא 1 דג"]


def test_a_clause_is_read_in_its_own_direction_with_values_in_theirs() -> None:
    term = ("legal", "clauses", "c", "text")
    runs = (Run("תוך ", path=term), Run("30 days (P1)", path=term, target=("x",)), Run(" מראש", path=term))
    assert seen(*runs) == ["שארמ 30 days (P1) ךות"]


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u2069", "\u202c", "\u200f", "\u061c"])
def test_no_mark_in_a_name_reaches_the_words_beside_it(mark: str) -> None:
    name = Run(f"א{mark}ב", path=("parties", "customer", "legal_name"))
    assert seen(Run("Pay "), name, Run(" EUR 1,000 + 5.")) == ["Pay בא EUR 1,000 + 5."]
    assert seen(Run(f"12{mark}34")) == ["1234"]


def test_lines_of_a_long_text_are_broken_in_reading_order() -> None:
    text = "אחת שתיים שלוש ארבע חמש"
    found = seen(Run(text), measure=70)
    assert len(found) > 1
    assert " ".join(line[::-1].strip() for line in found) == text


def test_marks_stand_on_their_letters() -> None:
    (line,) = lines(shape([Run("مُحَمَّد")], styles.BODY), 400)
    letters = [seg for seg in line.segs if seg.width]
    marks = [seg for seg in line.segs if not seg.width]
    assert len(marks) == 4
    assert sum(seg.width for seg in letters) == pytest.approx(line.width)
    shadda = next(seg for seg in marks if seg.text == "\u0651")
    fatha = next(seg for seg in marks if seg.text == "\u064e" and abs(seg.x - shadda.x) < 2)
    assert fatha.rise > shadda.rise
    assert all(-2 < seg.x < line.width for seg in marks)


def test_bold_names_have_a_bold_face() -> None:
    (line,) = lines(shape([Run("שלום سلام", bold=True)], styles.BODY), 400)
    assert {seg.font for seg in line.segs} == {"NotoSansHebrew-Bold", "NotoSansArabic-Bold"}


def test_a_line_feed_breaks_the_line() -> None:
    assert len(lines(shape([Run("one\ntwo\n\nfour")], styles.BODY), 400)) == 4


def strip(height: float, **how: bool) -> Strip:
    return Strip(height, [Seg(0, 5, "x", fonts.REGULAR, 8, styles.INK, 4, ())], **how)


@given(st.lists(st.tuples(st.floats(1, 120), st.booleans()), max_size=60))
def test_pages_hold_every_strip_once_and_keep_to_their_room(sizes: list[tuple[float, bool]]) -> None:
    strips = [strip(height, glue=glue) for height, glue in sizes]
    found = pages(strips, 200.0)
    assert [one.strip for page in found for one in page.placed if not one.repeated] == strips
    assert all(page.used <= 200.01 for page in found)


@given(st.lists(st.booleans(), min_size=3, max_size=30))
def test_what_is_glued_stays_together_where_a_page_can_hold_it(glued: list[bool]) -> None:
    strips = [strip(30.0, glue=glue and number % 4 != 3) for number, glue in enumerate(glued)]
    found = pages(strips, 150.0)
    for page in found[:-1]:
        assert not page.placed[-1].strip.glue


def test_a_table_head_is_set_again_on_the_next_page() -> None:
    head = strip(20.0, glue=True)
    rows = [strip(50.0) for _ in range(6)]
    for row in rows:
        row.head = (head,)
    found = pages([head, *rows], 200.0)
    assert [[one.repeated for one in page.placed] for page in found] == [[False] * 4, [True, False, False, False]]


def test_a_row_higher_than_a_page_is_cut_at_its_lines() -> None:
    tall = Strip(600.0, [Seg(0, 10.0 + 20 * n, str(n), fonts.REGULAR, 8, styles.INK, 4, ()) for n in range(29)])
    found = pages([strip(100.0), tall], 200.0)
    said = [seg.text for page in found for one in page.placed for seg in one.strip.segs if seg.text != "x"]
    assert said == [str(n) for n in range(29)]
    assert all(page.used <= 200.01 for page in found)


def test_what_cannot_be_cut_does_not_hang() -> None:
    assert len(pages([strip(500.0), strip(500.0)], 200.0)) == 2


@pytest.mark.parametrize("text", ["a\x00b", "\u202e", "\u200b\ufeff"])
def test_characters_without_a_look_are_left_out(text: str) -> None:
    said = "".join(part for part, _ in fonts.pieces(text, fonts.REGULAR))
    assert said == "".join(character for character in text if character.isalpha())
