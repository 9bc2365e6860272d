"""One section of the agreement: its terms, its groups and each of its tables on a tab of their own, made when first needed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, field, fields
from slaeditor.ui.forms import registry
from slaeditor.ui.forms.context import Context
from slaeditor.ui.forms.fields_form import FieldsForm
from slaeditor.ui.forms.part import Part, keep_in_sight, scrolling
from slaeditor.ui.forms.tables import table
from slaeditor.ui.pieces import button, column, label, line, rule
from slaeditor.ui.theme import GRID, HALF, WIDE, WIDER
from slaeditor.ui.words import tr

TIMED = ("hours", "priorities", "targets", "channels", "escalation")
"""The sections that decide what a report is promised by when."""

GENERAL = ""
"""The tab of the terms that stand in no table."""


class SectionForm(QWidget):
    """Shows the section ``name``. ``tabs`` are the names of tables and groups, and ``GENERAL``, in order of declaration."""

    def __init__(self, name: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.context = context
        self.declared: Field = field(Agreement, name)
        self.setObjectName(f"section_{name}")
        inner = fields(self.declared.type)
        self._fields = {one.name: one for one in inner}
        self._plain = [one for one in inner if one.kind not in registry.SHOWN_BY_FORMS]
        self.tabs = list(
            dict.fromkeys(
                one.name if one.kind in registry.SHOWN_BY_FORMS else GENERAL for one in inner if one.name != "note"
            )
        )
        if GENERAL not in self.tabs:
            self.tabs.append(GENERAL)
        self._extras = registry.EXTRAS.get(name, {})
        self.tabs += self._extras
        self._parts: dict[str, Part] = {}
        self._pages: dict[str, QWidget] = {}
        self._names: tuple[Any, ...] = ()
        box = column(self, spacing=0)
        head = column(spacing=HALF)
        head.setContentsMargins(WIDER, WIDE, WIDER, GRID)
        first = line(spacing=GRID)
        first.addWidget(label(tr(self.declared.term.label), size="heading", bold=True, name="section_title"), 1)
        if name in TIMED:
            asks = button(tr("What if…"), lambda: context.left_for.emit("what_if"), kind="flat", name="section_what_if")
            asks.setToolTip(tr("See what a report is promised by these terms"))
            first.addWidget(asks)
        head.addLayout(first)
        head.addWidget(label(tr(self.declared.term.help), tint="muted", wrap=True))
        box.addLayout(head)
        self.bar = QTabBar(self)
        self.bar.setObjectName("tabs")
        self.bar.setAccessibleName(tr("Parts of the section"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        for tab in self.tabs:
            self.bar.addTab(self._title(tab))
            if tab:
                help = self._extras[tab].help if tab in self._extras else self._fields[tab].term.help
                self.bar.setTabToolTip(self.bar.count() - 1, tr(help))
        self.bar.setVisible(len(self.tabs) > 1)
        self.bar.currentChanged.connect(lambda _: self._changed())
        bar_box = column(spacing=0)
        bar_box.setContentsMargins(WIDE, 0, WIDE, 0)
        bar_box.addWidget(self.bar)
        box.addLayout(bar_box)
        box.addWidget(rule())
        self._stack = QStackedWidget(self)
        box.addWidget(self._stack, 1)

    def refresh(self) -> None:
        """Show the document as it is now; only what differs from what is shown is touched."""
        tab = self.tabs[self.bar.currentIndex()]
        part = self._part(tab)
        document = self.context.document
        section = getattr(document, self.name)
        if tab and tab not in self._extras:
            part.show_at((self.name, tab), getattr(section, tab))
        else:
            part.show_at((self.name,), section)
        names = self.context.collections()
        if len(names) != len(self._names) or any(a is not b for a, b in zip(names, self._names, strict=True)):
            self._names = names
            part.refresh_names()
        for number, name in enumerate(self.tabs):
            title = self._title(name)
            if title != self.bar.tabText(number):
                self.bar.setTabText(number, title)

    def prepare(self) -> None:
        """Make what is shown first, without showing anything yet."""
        self._part(self.tabs[self.bar.currentIndex()])

    def show_messages(self) -> None:
        """Findings, or what was not understood, are others now."""
        self._part(self.tabs[self.bar.currentIndex()]).show_messages()

    def set_read_only(self, read_only: bool) -> None:
        """Show without letting edit."""
        for part in self._parts.values():
            part.set_read_only(read_only)

    def finish(self) -> None:
        """Whatever is being typed is complete."""
        for part in self._parts.values():
            if part.isVisible():
                part.finish()

    def reveal(self, path: Path) -> bool:
        """Bring the term into sight and focus it."""
        tab = path[1] if len(path) > 1 and path[1] in self.tabs else GENERAL if len(path) > 1 else self.tabs[0]
        self.bar.setCurrentIndex(self.tabs.index(tab))
        self.refresh()
        found = len(path) < 2 or self._part(tab).reveal(path)
        keep_in_sight(self)
        return found

    def _changed(self) -> None:
        self.finish()
        self._names = ()
        self.refresh()
        self.show_messages()

    def _title(self, tab: str) -> str:
        if not tab:
            return tr("General") if len(self._plain) > 1 else tr("Internal note")
        if tab in self._extras:
            return tr(self._extras[tab].title)
        declared = self._fields[tab]
        words = tr(declared.term.label)
        if declared.kind is Kind.ROWS:
            count = len(getattr(getattr(self.context.document, self.name), tab))
            return f"{words} · {count}" if count else words
        return words

    def _part(self, tab: str) -> Part:
        if tab not in self._parts:
            part: Part
            if tab in self._extras:
                self._pages[tab] = part = self._extras[tab].make(self.context)
            elif tab and self._fields[tab].kind is not Kind.GROUP:
                self._pages[tab] = part = table(self._fields[tab], self.context, self._stack)
            else:
                self._pages[tab] = area = scrolling("terms", self._stack)
                declared = fields(self._fields[tab].type) if tab else self._plain
                part = FieldsForm(declared, self.context, area.viewport())
                area.setWidget(part)
            part.setObjectName(f"part_{tab.lstrip('#') or 'general'}")
            self._parts[tab] = part
            self._stack.addWidget(self._pages[tab])
            part.set_read_only(self.context.read_only)
        self._stack.setCurrentWidget(self._pages[tab])
        return self._parts[tab]
