"""A name in right-to-left letters does not turn the sentence around it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from slaeditor.ui.bidi import sentence

NAME = "شركة الشمال"


def left_of(text: str, part: str) -> float:
    """How far from the left a part of the text is drawn."""
    layout = QTextLayout(text, QFont("Noto Sans", 10))
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    found = line.cursorToX(text.index(part))
    place = found[0] if isinstance(found, tuple) else found
    assert isinstance(place, float | int)
    return float(place)


@pytest.mark.parametrize("text", ["Saved.", "Güneş Sağlık was written.", ""])
def test_other_sentences_stay_as_they_are(qapp: QApplication, text: str) -> None:
    assert sentence(text) == text


def test_what_follows_the_name_stands_at_its_right(qapp: QApplication) -> None:
    text = f"“{NAME}” was not saved."
    assert left_of(text, "was") < left_of(text, NAME)  # what Qt makes of it by itself
    assert left_of(sentence(text), "was") > left_of(sentence(text), NAME[-1])
