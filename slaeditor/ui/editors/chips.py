"""References in clause text as single characters of a text document, drawn as chips that show what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from slaeditor.model.clause_text import Reference, Referred, pieces
from slaeditor.ui.spoken import referred_words
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour
from slaeditor.ui.words import tr

CHIP: Final = "\ufffc"
"""The character that stands for an object in a text."""

_KIND: Final = int(QTextFormat.ObjectTypes.UserObject) + 1
_SOURCE: Final = int(QTextFormat.Property.UserProperty) + 1
_NOTHING: Final = "\ufdd0"
"""No character; Qt's texts cannot hold it."""
_WIDEST: Final = 40
"""How many average letters a chip is wide at most; its tip has the whole."""

Means = Callable[[Reference], Referred]


class Chips(QPyTextObject):
    """Draws the chips of one document. ``means`` says what a reference stands for, ``room`` how wide a line is.

    ``drawn`` has where chips were drawn, by their position; Qt tells it nowhere else, in lines of two directions.
    """

    def __init__(self, document: QTextDocument, means: Means, room: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._means, self._room = means, room
        self.drawn: dict[int, QRectF] = {}
        self._sizes: dict[str, QSizeF] = {}  # Qt asks for them again and again
        document.documentLayout().registerHandler(_KIND, self)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """As wide as the words, but never wider than a line."""
        reference = _reference(format)
        size = self._sizes.get(reference.source)
        if size is None:
            metrics = QFontMetricsF(doc.defaultFont())
            most = min(metrics.averageCharWidth() * _WIDEST, max(self._room(), 8 * GRID))
            wanted = metrics.horizontalAdvance(referred_words(self._means(reference))) + 2 * HALF + 2
            size = self._sizes[reference.source] = QSizeF(min(wanted, most), metrics.height())
        return size

    def measure_anew(self) -> None:
        """Words, type or room are others now."""
        self._sizes.clear()

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        """A chip of the text."""
        area = self.drawn[posInDocument] = QRectF(rect)
        self.draw(painter, area, doc, _reference(format), marked=False)

    def draw(self, painter: QPainter, area: QRectF, doc: QTextDocument, reference: Reference, *, marked: bool) -> None:
        """A rounded box with the words; one that leads nowhere is dashed, in the colour of a fault, and says so."""
        found = self._means(reference)
        broken = not found.target
        ink = "on_accent" if marked else "worse" if broken else "accent" if found.words else "finding"
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(colour("accent" if marked else ink if broken or not found.words else "line"), 1)
        if broken or not found.words:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(colour("accent" if marked else "raised"))
        painter.drawRoundedRect(area.adjusted(1.5, 0.5, -1.5, -0.5), RADIUS, RADIUS)
        painter.setPen(colour(ink))
        painter.setFont(doc.defaultFont())
        inner = area.adjusted(HALF, 0, -HALF, 0)
        words = QFontMetricsF(painter.font()).elidedText(
            referred_words(found), Qt.TextElideMode.ElideRight, inner.width() + 1
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()


def tip(found: Referred, reference: Reference) -> str:
    """What there is to say of a chip: where its words stand, and what they are in full."""
    if not found.target:
        return tr("This reference leads nowhere: {reference}", reference=reference.source)
    if found.cited:
        return found.where
    return f"{found.where}: {found.words or tr('not stated')}"


def words_of(text: str, means: Means) -> str:
    """Clause text with the references in words, for other programs."""
    return "".join(one if isinstance(one, str) else referred_words(means(one)) for one in pieces(text))


def _reference(format: QTextFormat) -> Reference:
    return Reference(str(format.property(_SOURCE) or ""))


def reference_at(document: QTextDocument, position: int) -> Reference | None:
    """The reference that is the character behind the position, if it is one."""
    if position < 0 or document.characterAt(position) != CHIP:
        return None
    block = document.findBlock(position)
    return dict(_references(block)).get(position - block.position())


def _references(block: QTextBlock) -> Iterator[tuple[int, Reference]]:
    """The references of a paragraph with their places in it. A cursor could tell, too, but lays the line out at each step."""
    text = block.text()
    if CHIP not in text:
        return
    text = _spread(text)
    for run in block.textFormats():
        reference = _reference(run.format)
        if reference.source:
            for place in range(run.start, run.start + run.length):
                if text[place] == CHIP:
                    yield place, reference


def source_of(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The text between two positions as clause text, with the references in braces."""
    last = document.characterCount() - 1 if end is None else end
    parts: list[str] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= last:
        begin = block.position()
        parts.append(_source(block, max(0, start - begin), min(block.length() - 1, last - begin)))
        block = block.next()
    return "\n".join(parts)


def _source(block: QTextBlock, start: int, end: int) -> str:
    text = _spread(block.text())
    parts: list[str] = []
    done = start
    for place, reference in _references(block):
        if start <= place < end:
            parts += [text[done:place], reference.source]
            done = place + 1
    return "".join([*parts, text[done:end]]).replace(_NOTHING, "").replace("\u2028", "\n")


def _spread(text: str) -> str:
    """The text with every letter at its place in Qt, where a letter beyond the basic plane takes two."""
    return re.sub("[\U00010000-\U0010ffff]", _two, text) if text and max(text) > "\uffff" else text


def _two(found: re.Match[str]) -> str:
    return found[0] + _NOTHING


def put(cursor: QTextCursor, text: str) -> None:
    """Put clause text in at the cursor, in place of what it marks, as one change."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for one in pieces(text.replace("\r\n", "\n").replace("\r", "\n")):
        if isinstance(one, str):
            cursor.insertText(one, QTextCharFormat())
        else:
            look = QTextCharFormat()
            look.setObjectType(_KIND)
            look.setProperty(_SOURCE, one.source)
            look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
            cursor.insertText(CHIP, look)
    cursor.setCharFormat(QTextCharFormat())
    cursor.endEditBlock()


def replace(document: QTextDocument, text: str) -> None:
    """Make it the whole text; what is the same at both ends is not touched, so that a cursor there stays where it is."""
    old, new = _shown_tokens(document), _tokens(text.replace("\r\n", "\n").replace("\r", "\n"))
    most = min(len(old), len(new))
    head = next((number for number in range(most) if old[number] != new[number]), most)
    tail = next((number for number in range(most - head) if old[-1 - number] != new[-1 - number]), most - head)
    if head == len(old) == len(new):
        return
    cursor = QTextCursor(document)
    cursor.setPosition(_length(old[:head]))
    cursor.setPosition(_length(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    put(cursor, "".join(new[head : len(new) - tail]))


def _shown_tokens(document: QTextDocument) -> list[str]:
    """What stands at each place of the document: a letter or a reference."""
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        letters: list[str] = list(_spread(block.text()))
        for place, reference in _references(block):
            letters[place] = reference.source
        found += ["\n", *(letter for letter in letters if letter != _NOTHING)]
        block = block.next()
    return found[1:]


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    for one in pieces(text):
        if isinstance(one, str):
            found.extend(one)
        else:
            found.append(one.source)
    return found


def _length(tokens: list[str]) -> int:
    """How many positions of Qt they take: a reference one, a letter beyond the basic plane two."""
    return sum(2 if len(one) == 1 and one > "\uffff" else 1 for one in tokens)
