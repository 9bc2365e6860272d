"""Needs at the left, the terms that answer them at the right, and lines between; what nothing answers comes first."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from slaeditor.model import paths
from slaeditor.model.advice.needs_map import Need, NeedsMap, Served
from slaeditor.model.paths import Path
from slaeditor.ui import dates
from slaeditor.ui.drawn.drawing import Drawing, Spot, texts
from slaeditor.ui.theme import GRID, HALF, RADIUS, colour, font, ring
from slaeditor.ui.words import told, tr, trn

_BOX = 6 * GRID
_GAP = GRID
_HEAD = 4 * GRID
_NEED, _TERM = "need:", "term:"

FAINT = 110
"""How much of a line is left while another one is chosen, of 255."""


@dataclass(frozen=True)
class _Heading:
    """The title of a group, and what the customer said of it."""

    top: int
    title: str
    quote: str


class NeedsChart(Drawing):
    """Up and down go through a column, left and right along a line; Enter or a click goes to the need or the term (``opened``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("needs_chart", parent)
        self.setAccessibleName(tr("Needs and the terms that answer them"))
        self.setWhatsThis(tr("Arrow keys choose a need or a term; Enter or a click goes there."))
        self.setMouseTracking(True)
        self._shown = NeedsMap((), ())
        self._needs: dict[str, Need] = {}
        self._terms: dict[str, Served] = {}
        self._heads: list[_Heading] = []
        self._lines: list[tuple[str, str]] = []
        self._under = ""
        self._pressed = ""
        self._right_at = 0

    def show_map(self, shown: NeedsMap) -> None:
        """Draw these."""
        self._shown = shown
        self._needs = {_NEED + paths.text_of(need.path): need for need in shown.needs}
        self._terms = {_TERM + paths.text_of(term.path): term for term in shown.terms}
        self._lines = [(key, _TERM + paths.text_of(term)) for key, need in self._needs.items() for term in need.terms]
        self.arrange()
        self.tell(summary(shown))
        if self.hasFocus() and self.spots and self.current not in {spot.key for spot in self.spots}:
            self.choose(self.spots[0].key)
        self.update()

    def path_of(self, key: str) -> Path:
        """The place that a part stands for; empty when it is not here."""
        if key in self._needs:
            return self._needs[key].path
        return self._terms[key].path if key in self._terms else ()

    def arrange(self) -> None:
        """Needs and terms in two columns; a term stands beside the first need that it answers."""
        gap = max(8 * GRID, self.width() // 7)
        wide = (self.width() - gap) // 2
        right_at = self._right_at = self.width() - wide
        spots: list[Spot] = []
        self._heads = []
        placed: set[str] = set()
        top = 0
        for group in self._shown.groups:
            quoted = bool(group.quote)
            self._heads.append(_Heading(top, told(group.title), group.quote))
            top += _HEAD + (2 * GRID if quoted else 0)
            left = right = top
            for need in group.needs:
                key = _NEED + paths.text_of(need.path)
                spots.append(Spot(key, QRect(0, left, wide, _BOX), need_words(need)))
                fresh = [term for term in dict.fromkeys(need.terms) if _TERM + paths.text_of(term) not in placed]
                right = max(right, left) if fresh else right
                for term in fresh:
                    name = _TERM + paths.text_of(term)
                    placed.add(name)
                    spots.append(Spot(name, QRect(right_at, right, wide, _BOX), term_words(self._terms[name])))
                    right += _BOX + _GAP
                left += _BOX + _GAP
            top = max(left, right) + GRID
        self.spots = tuple(spots)
        self.setFixedHeight(max(top, _BOX))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Along a column, or along a line to the other one."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        kind = self.current[: len(_NEED)]
        column = [spot.key for spot in self.spots if spot.key.startswith(kind)] if kind else []
        at = column.index(self.current) if self.current in column else -1
        moves = {
            Qt.Key.Key_Up: max(0, at - 1), Qt.Key.Key_Down: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(column) - 1,
        }  # fmt: skip
        if event.key() in moves and at >= 0:
            self._choose(column[min(moves[Qt.Key(event.key())], len(column) - 1)])
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and at >= 0:
            across = [term if kind == _NEED else need for need, term in self._lines if self.current in (need, term)]
            if across and (kind == _NEED) is (event.key() == Qt.Key.Key_Right):
                self._choose(across[0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; it is gone to when it is let go there."""
        super().mousePressEvent(event)
        spot = self.spot_at(event.position().toPoint())
        self._pressed = spot.key if spot and event.button() is Qt.MouseButton.LeftButton else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        spot = self.spot_at(event.position().toPoint())
        pressed, self._pressed = self._pressed, ""
        if spot and spot.key == pressed:
            self.opened.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A click has gone there already."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer stands out with its lines."""
        self._point_at(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._point_at(QPoint(-1, -1))

    def _point_at(self, point: QPoint) -> None:
        spot = self.spot_at(point)
        under = spot.key if spot else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if under else Qt.CursorShape.ArrowCursor)
        if under != self._under:
            self._under = under
            self.update()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Headings, lines, boxes: only what can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        chosen = self._under or (self.current if self.hasFocus() else "")
        boxes = {spot.key: spot.area for spot in self.spots}
        near = {chosen} | {end for line in self._lines if chosen in line for end in line} if chosen else set()
        for head in self._heads:
            self._draw_heading(painter, head)
        for strong in (False, True):
            for need, term in self._lines:
                if (chosen in (need, term)) is strong and boxes[need].united(boxes[term]).intersects(area):
                    self._draw_line(painter, boxes[need], boxes[term], strong=strong, faint=bool(chosen) and not strong)
        for spot in self.spots:
            if spot.area.intersects(area):
                self._draw_box(painter, spot, near=spot.key in near)
        painter.end()

    def _draw_heading(self, painter: QPainter, head: _Heading) -> None:
        bold, plain = font("body", bold=True), font("small")
        _draw(painter, QRect(0, head.top, self.width(), 3 * GRID), head.title, bold, "text")
        if head.quote:
            words = tr("“{words}”", words=" ".join(head.quote.split()))
            _draw(painter, QRect(0, head.top + 3 * GRID, self.width(), 2 * GRID), words, plain, "muted")

    def _draw_line(self, painter: QPainter, need: QRect, term: QRect, *, strong: bool, faint: bool) -> None:
        start, end = QPointF(need.right(), need.center().y()), QPointF(term.left(), term.center().y())
        bend = (end.x() - start.x()) / 2
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        ink = colour("accent" if strong else "edge")
        if faint:
            ink.setAlpha(FAINT)
        painter.setPen(QPen(ink, 2 if strong else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_box(self, painter: QPainter, spot: Spot, *, near: bool) -> None:
        need = self._needs.get(spot.key)
        missing = need is not None and bool(need.missing)
        painter.setBrush(colour("selection" if near else "base"))
        edge = QPen(colour("finding" if missing else "accent" if near else "line"), 1)
        edge.setStyle(Qt.PenStyle.DashLine if missing else Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        box = spot.area.adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus() and spot.key == self.current:
            ring(painter, spot.area)
        inner = box.adjusted(GRID, HALF, -GRID, -HALF)
        upper, lower = (
            QRect(inner.left(), inner.top(), inner.width(), 2 * GRID + 4),
            inner.adjusted(0, 2 * GRID + 4, 0, 0),
        )
        if need is None:
            term = self._terms[spot.key]
            _draw(painter, upper, told(term.words), font("body"), "text")
            _draw(painter, lower, told(term.where), font("small"), "muted")
            return
        _draw(painter, upper, said_words(need), font("body"), "text")
        about = f"{need.about} · " if missing and need.about else ""
        _draw(painter, lower, about + who_words(need), font("small"), "muted")
        if missing:
            self._draw_end(painter, spot.area)

    def _draw_end(self, painter: QPainter, need: QRect) -> None:
        """A line that leads to no term."""
        start, middle = need.right() + HALF, need.center().y()
        end = self._right_at - HALF
        painter.setPen(QPen(colour("finding"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(start, middle, end, middle)
        area = QRect(self._right_at + HALF, need.top(), self.width() - self._right_at - HALF, need.height())
        _draw(painter, area, "! " + tr("No term answers this yet."), font("body", bold=True), "finding")


def _draw(painter: QPainter, area: QRect, words: str, face: QFont, tint: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(tint))
    shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def said_words(need: Need) -> str:
    """What the customer said, with what it is about."""
    return tr("{label}: {answer}", label=tr(need.label), answer=" ".join(told(need.said).split()))


def who_words(need: Need) -> str:
    """Who said it, and when."""
    who = ", ".join(part for part in (need.said_by.partition(",")[0], dates.day(need.said_on)) if part)
    return tr("said by {name}", name=who) if who else tr("not noted who said it")


def need_words(need: Need) -> str:
    """A need in one sentence: what was said, by whom, and how many terms answer it."""
    met = told(need.missing) if need.missing else trn("1 term answers it.", "{count} terms answer it.", len(need.terms))
    return f"{texts((said_words(need), need.about, who_words(need)))} {met}"


def term_words(term: Served) -> str:
    """A term in one sentence: what it says and where it stands."""
    return tr("{words} ({where})", words=told(term.words), where=told(term.where))


def summary(shown: NeedsMap) -> str:
    """The whole map in a sentence."""
    count = len(shown.needs)
    if not shown.unmet:
        return trn("1 need, answered by a term.", "{count} needs, all of them answered by a term.", count)
    needs = trn("1 need", "{count} needs", count)
    unmet = trn("1 is not answered yet", "{count} are not answered yet", shown.unmet)
    return tr("{needs}: {unmet}.", needs=needs, unmet=unmet)


__all__ = ["NeedsChart", "need_words", "said_words", "summary", "term_words", "who_words"]
