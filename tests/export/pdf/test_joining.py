"""Arabic letters are joined: checked against the forms that Unicode names."""

from __future__ import annotations

import unicodedata

import pytest

from slaeditor import resources
from slaeditor.export.pdf.fonts import face
from slaeditor.export.pdf.joining import LAM_TAKEN_IN, NON_JOINER, apart, forms, joined, plain


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ببب", "initial medial final"),
        ("ب ب", "isolated - isolated"),
        ("دار", "isolated isolated isolated"),
        ("بيت", "initial medial final"),
        ("بار", "initial final isolated"),
        ("گچپژ", "initial medial medial final"),
        ("می\u200cخو", "initial final - initial final"),
        ("ب\u200d", "initial -"),
        ("هـ", "initial -"),
        ("مُحَمَّد", "initial - medial - medial - - final"),
        ("1ب2", "- isolated -"),
    ],
)
def test_each_letter_takes_the_form_that_its_neighbours_ask_for(text: str, kinds: str) -> None:
    shown = [
        unicodedata.decomposition(glyph)[1:].partition(">")[0] if len(glyph) == 1 else "" for glyph in joined(text)
    ]
    assert shown == [kind.strip("-") for kind in kinds.split()]


@pytest.mark.parametrize(("text", "shown"), [("لا", "ﻻ"), ("سلام", "ﻼ"), ("لَأ", "ﻷ"), ("إلى", None)])
def test_lam_and_alef_become_one_shape(text: str, shown: str | None) -> None:
    glyphs = joined(text)
    assert (LAM_TAKEN_IN in glyphs) == bool(shown)
    assert shown is None or shown in glyphs


@pytest.mark.parametrize("text", ["مستشفى السلام", "بیمارستان می\u200cخواهم", "لَأ", "ﻻﺏ", "שלום", "abc"])
def test_the_letters_come_back(text: str) -> None:
    assert "".join(plain(glyph) for glyph in joined(apart(text))) == apart(text)


def test_the_faces_have_every_form() -> None:
    for weight in ("Regular", "Bold"):
        assert resources.path("fonts", f"NotoSansArabic-{weight}.ttf").is_file()
        lacking = [form for form in forms().values() if form not in face(f"NotoSansArabic-{weight}").has]
        assert lacking == []
        for silent in (NON_JOINER, LAM_TAKEN_IN):
            assert face(f"NotoSansArabic-{weight}").can(silent)
            assert face(f"NotoSansArabic-{weight}").box(silent) == (0, 0, 0, 0)
