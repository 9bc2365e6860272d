"""Beside the library's table: what the selected agreement says and what happened to it, or what several have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.ui import dates, theme
from slaeditor.ui.drawn.chip import Chip, status_word
from slaeditor.ui.history.lines import Entry
from slaeditor.ui.library.columns import called, is_overdue, is_planned, period, review, standing, titled
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.records import LibraryRow
from slaeditor.ui.words import capital, tr, trn

if TYPE_CHECKING:
    from slaeditor.ui.history.timeline import Timeline

WIDTH = 46 * theme.GRID
MOST_ENTRIES = 8
MOST_NAMES = 8

Act = Callable[[str], object]


class Details(QStackedWidget):
    """One agreement, several, or none; of one at first what the list knows, then what had to be read from its document."""

    def __init__(self, act: Act, revision: Callable[[int], object]) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setMinimumWidth(WIDTH - 10 * theme.GRID)
        self._act = act
        self._one = OneAgreement(act, revision)
        self._several: SeveralAgreements | None = None
        nothing = QWidget()
        box = column(nothing, margin=theme.WIDER)
        box.addStretch(1)
        hint = label(tr("Select an agreement to see its terms and its history."), tint="muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(hint)
        box.addStretch(2)
        for part in (nothing, self._one):
            self.addWidget(part)

    def show_rows(self, rows: Sequence[LibraryRow], today: date) -> None:
        """What the list itself knows of the selected rows."""
        if len(rows) == 1:
            self._one.show_row(rows[0], today)
        elif rows:
            if self._several is None:
                self._several = SeveralAgreements(self._act)
                self.addWidget(self._several)
            self._several.show_rows(rows)
        self.setCurrentIndex(min(len(rows), 2))

    def show_document(self, terms: Sequence[tuple[str, str]], past: Sequence[Entry]) -> None:
        """Of one agreement, what its document and its history say."""
        self._one.show_document(terms, past)


class _Pane(QScrollArea):
    """A column that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self.box: QVBoxLayout = column(inside, margin=theme.WIDE)
        self.setWidget(inside)


class OneAgreement(_Pane):
    """Name, standing, the two things to be watched, key terms, and the history drawn."""

    def __init__(self, act: Act, revision: Callable[[int], object]) -> None:
        super().__init__()
        self._row: LibraryRow | None = None
        self._customer = label(size="heading", bold=True, wrap=True, name="details_customer")
        self._title = label(wrap=True, tint="muted", name="details_title")
        self._chip = Chip("details_status")
        self._standing = label(size="small", tint="muted", name="details_standing")
        self._review, self._findings = _Watched(tr("Next review"), "review"), _Watched(tr("Open findings"), "findings")
        self._terms = _Terms()
        self._past = label(tr("History"), bold=True)
        self._timeline: Timeline | None = None
        self._more = button("", lambda: act("history"), kind="flat", name="details_more")
        self._revision = revision
        self.box.addWidget(self._customer)
        self.box.addWidget(self._title)
        below = line()
        below.addWidget(self._chip)
        below.addWidget(self._standing, 1)
        self.box.addLayout(below)
        self.box.addSpacing(theme.HALF)
        row = line()
        row.addWidget(button(tr("Open"), lambda: act("open"), name="details_open"))
        row.addWidget(button(tr("Compare"), lambda: act("compare"), kind="flat", name="details_compare"))
        row.addWidget(button(tr("History"), lambda: act("history"), kind="flat", name="details_history"))
        row.addStretch()
        self.box.addLayout(row)
        self.box.addSpacing(theme.HALF)
        watched = line()
        watched.addWidget(self._review, 3)
        watched.addWidget(self._findings, 2)
        self.box.addLayout(watched)
        self.box.addSpacing(theme.GRID)
        self.box.addLayout(self._terms)
        self.box.addSpacing(theme.WIDE)
        self.box.addWidget(self._past)
        self._drawn = column()
        self.box.addLayout(self._drawn)
        more = line()
        more.addWidget(self._more)
        more.addStretch()
        self.box.addLayout(more)
        self.box.addStretch()

    def show_row(self, row: LibraryRow, today: date) -> None:
        """What the list knows; what was read of the document stays only if it is the same agreement."""
        same = self._row is not None and self._row.id == row.id
        self._row = row
        self._customer.setText(called(row))
        self._title.setText(" · ".join(part for part in (titled(row), row.number) if part))
        self._chip.show_status(row.status)
        revision = tr("revision {number}", number=row.revision) if row.revision else tr("no revision yet")
        self._standing.setText(" · ".join(part for part in (revision, standing(row)) if part))
        soon = review(row, today)
        self._review.show_words(
            soon or tr("none planned"),
            dates.day(row.next_review) if soon else "",
            "worse" if is_overdue(row, today) else "",
        )
        self._findings.show_words(
            f"{row.findings:,}" if row.findings else tr("none"),
            tr("see Problems") if row.findings else "",
            "finding" if row.findings else "",
        )
        if not same:
            self._terms.show_pairs(self._known(row))
            self._show_past(())

    def show_document(self, terms: Sequence[tuple[str, str]], past: Sequence[Entry]) -> None:
        """What the document and the history say."""
        if self._row is not None:
            self._terms.show_pairs([*self._known(self._row), *((name, words) for name, words in terms)])
            self._show_past(past)

    @staticmethod
    def _known(row: LibraryRow) -> list[tuple[str, str]]:
        facts = [
            (tr("Planned") if is_planned(row) else tr("In force"), period(row)),
            (tr("Last change"), dates.moment(row.updated_at)),
        ]
        return [(name, words) for name, words in facts if words]

    def _show_past(self, past: Sequence[Entry]) -> None:
        self._past.setVisible(bool(past))
        if past and self._timeline is None:
            from slaeditor.ui.history.timeline import Timeline  # the list appears sooner without it

            self._timeline = Timeline()
            self._timeline.asked.connect(self._revision)
            self._drawn.addWidget(self._timeline)
        if self._timeline is not None:
            self._timeline.setVisible(bool(past))
            self._timeline.show_entries(past[:MOST_ENTRIES])
        self._more.setVisible(len(past) > MOST_ENTRIES)
        self._more.setText(tr("All {number} entries", number=len(past)))


class SeveralAgreements(_Pane):
    """How many, whose, how they stand, and what can be done with all of them at once."""

    def __init__(self, act: Act) -> None:
        super().__init__()
        self._count = label(size="heading", bold=True, wrap=True, name="details_count")
        self._names = label(wrap=True, name="details_names")
        self._terms = _Terms()
        self._compare = button(tr("Compare the two"), lambda: act("compare_two"), name="details_compare_two")
        self._export = button(
            tr("Export PDF and Excel of each…"), lambda: act("export_each"), kind="primary", name="details_export"
        )
        self.box.addWidget(self._count)
        self.box.addWidget(self._names)
        self.box.addSpacing(theme.GRID)
        self.box.addLayout(self._terms)
        self.box.addSpacing(theme.WIDE)
        for one in (self._export, self._compare):
            row = line()
            row.addWidget(one)
            row.addStretch()
            self.box.addLayout(row)
        self.box.addStretch()

    def show_rows(self, rows: Sequence[LibraryRow]) -> None:
        """These are selected."""
        self._count.setText(trn("{count} agreement selected", "{count} agreements selected", len(rows)))
        customers = list({row.customer: row for row in rows}.values())
        more = len(customers) - MOST_NAMES
        shown = [called(row) for row in (customers[:MOST_NAMES] if more > 1 else customers)]
        self._names.setText(
            "\n".join(shown + ([trn("and {count} more", "and {count} more", more)] if more > 1 else []))
        )
        stands = Counter(row.status for row in rows)
        pairs = [
            (capital(status_word(status)), f"{stands[status]:,}")
            for status in sorted(stands, key=list(type(rows[0].status)).index)
        ]
        findings = sum(row.findings for row in rows)
        self._terms.show_pairs([*pairs, (tr("Open findings"), f"{findings:,}" if findings else tr("none"))])
        self._compare.setVisible(len(rows) == 2)


class _Watched(QFrame):
    """A small card with one thing to be watched: what, how much, and what explains it."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        box = column(self, margin=theme.GRID, spacing=0)
        box.addWidget(label(what, size="small", tint="muted"))
        self._value = label(bold=True, name=f"details_{name}")
        self._more = label(size="small", tint="muted", name=f"details_{name}_more")
        box.addWidget(self._value)
        box.addWidget(self._more)

    def show_words(self, value: str, more: str, tint: str) -> None:
        """Both lines; the second keeps its room when it is empty, so that the cards stay as tall as one another."""
        self._value.setText(value)
        self._more.setText(more or " ")
        theme.tint(self._value, tint)


class _Terms(QGridLayout):
    """Names at the left, what they are at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(theme.WIDE)
        self.setVerticalSpacing(theme.HALF)
        self.setColumnStretch(1, 1)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these."""
        _clear(self)
        for row, (name, words) in enumerate(pairs):
            left = label(name, tint="muted", size="small")
            left.setContentsMargins(0, 1, 0, 0)  # the smaller letters stand on the same line
            right = label(words, wrap=True)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
            self.addWidget(right, row, 1, Qt.AlignmentFlag.AlignTop)


def _clear(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
