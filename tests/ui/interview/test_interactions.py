"""How much a practised user has to do for the whole hospital case, from an empty library to the finished PDF.

One interaction is: a click on a button, tab or line, or the shortcut in its place; a field typed into, however long the text, the
Tab or Enter that leads to it included; a choice; in a list of several its opening and each tick; a paste, and the copying in
the other program before it. The provider's own details are entered, too, although that is done only once for all agreements.
Of the case only its one table, that of the services, is pasted (copied elsewhere, one click here); all else is typed.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path as FilePath

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QRadioButton

from slaeditor import shipped
from slaeditor.export.context import Context
from slaeditor.export.pdf.attached import document_in
from slaeditor.model import answer_tables, answers, partial, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Side
from slaeditor.model.answer_tables import Column
from slaeditor.model.canonical import content_hash, to_json, without_internal
from slaeditor.model.edits import Several, apply
from slaeditor.model.interview import Question, cell, need_of
from slaeditor.model.paths import Path
from slaeditor.model.provider import party_fields, signatory_fields
from slaeditor.rendering import render
from slaeditor.ui.editors import typed
from slaeditor.ui.forms.clipboard import to_tsv
from slaeditor.ui.interview.steps import Rows, Step
from slaeditor.ui.ports import Stand
from tests.ui.conftest import OpenWindow
from tests.ui.fakes import FewStandards, FilesInMemory, surroundings
from tests.ui.interview.conftest import POPUPS, Talk
from tests.ui.interview.test_hospital import Customer
from tests.ui.memory_library import NOW

pytestmark = POPUPS
AS_THE_CASE_TELLS = (
    Column("name"), Column("monthly_fee"), Column("users", of_need=True), Column("user_group", of_need=True),
    Column("words", of_need=True),
)  # fmt: skip


class ShippedStandards(FewStandards):
    """Agreements begin from the real standards."""

    def begin(self, standard: str, customer: str) -> Agreement:
        return shipped.begin(standard, customer, "SLA-2027-0001")


class RealFiles(FilesInMemory):
    """The PDF is a real one."""

    def render(self, ending: str, document: Agreement, stand: Stand) -> bytes:
        context = Context(
            revision=str(stand.revision), status=stand.status, exported=NOW, content_hash=content_hash(document)
        )
        return render(ending, to_json(document), context)


class Hand(Talk):
    """Does things to the window, and counts each."""

    def __init__(self, open_window: OpenWindow) -> None:
        self.count: Counter[str] = Counter()
        files = RealFiles()
        around = surroundings()
        shell = dataclasses.replace(around.shell, standards=ShippedStandards(), exports=files)
        super().__init__(dataclasses.replace(around, shell=shell, exports=files), open_window)

    @property
    def interactions(self) -> int:
        """All so far."""
        return self.count.total()

    def open(self, agreement: str) -> None:
        """There is none yet: the provider's own details, then a new one."""
        sample = shipped.sample()
        signatory = next(one for one in sample.parties.signatories if one.side is Side.PROVIDER)
        self.shortcut("settings")
        for part, owner, fields in (
            ("party", sample.parties.provider, party_fields()),
            ("signatory", signatory, signatory_fields()),
        ):
            for declared in fields:
                if value := getattr(owner, declared.name):
                    self.type_line(f"settings_{part}_{declared.name}", typed.text_of(sample, declared, value))
        self.shortcut("new")
        self.type_line("new_customer", "Güneş Sağlık Grubu A.Ş.")
        self.window.click("standard_healthcare")
        self.window.click("new_begin")
        self.count["click"] += 2

    def shortcut(self, action: str) -> None:
        """Do what a menu offers."""
        self.count["click"] += 1
        self.window.choose(action)

    def type_line(self, name: str, words: str) -> None:
        """Fill a line outside of the interview."""
        self.count["field"] += 1
        line = self.window.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        line.insert(words)

    def click(self, name: str) -> None:
        """Click a button."""
        self.count["click"] += 1
        super().click(name)

    def sheet(self, key: str) -> None:
        """Go to a sheet, or on to the next one."""
        if self.page.key != key:
            self.count["click"] += 1
            self.page.go(key)

    def answer(self, place: str, words: str) -> None:
        """Type or choose."""
        keys = self.editor(place).keys()
        if isinstance(keys, QLineEdit | QPlainTextEdit):
            self.count["field"] += 1
        elif isinstance(keys, QComboBox | QRadioButton):
            self.count["choice"] += 1
        else:
            self.count["choice"] += 1 + len(words.split("; "))
        super().answer(place, words)

    def paste(self, name: str, text: str) -> None:
        """Paste what was copied elsewhere."""
        self.count["paste"] += 1
        QGuiApplication.clipboard().setText(text)
        self.click(name)


class PractisedCustomer(Customer):
    """Goes through the sheets once, in an order in which later ones know what earlier ones said."""

    talk: Hand

    def tell(self) -> None:
        """Everything."""
        order = sorted(self.talk.page.steps, key=lambda step: step.key != "contract")
        for key in [step.key for step in order]:
            if not any(self._missing(self.step(key))) and not any(self._tables(key)):
                continue
            self.talk.sheet(key)
            for table in self._tables(key):
                self._fill(key, table)
            for _ in range(4):  # an answer may bring another question
                for path, declared in list(self._missing(self.step(key))):
                    place = paths.text_of(self.here(path))
                    if self.talk.asks(place):
                        self.talk.answer(place, typed.text_of(self.told, declared, paths.find(self.told, path)))

    def step(self, key: str) -> Step:
        """The sheet as it is asked now."""
        return next(step for step in self.talk.page.steps if step.key == key)

    def table(self, key: str, path: Path) -> Question:
        """The question whose answers are the rows at ``path``."""
        found = (one.question for one in self.step(key).blocks if isinstance(one, Rows))
        return next(question for question in found if question.path == path)

    def _tables(self, key: str) -> list[Question]:
        return [one.question for one in self.step(key).blocks if isinstance(one, Rows) and self._new_rows(one.question)]

    def _fill(self, key: str, table: Question) -> None:
        """Row by row; Enter in the last cell of a row begins the next one."""
        new = self._new_rows(table)
        for number, row in enumerate(new):
            if not number:
                self.talk.click(f"add:{table.id}")
            there = (*self._there(table.path), row)
            mine = self.talk.page.rows(table)[-1].id
            self.ids[there] = mine
            asked = self.table(key, table.path)
            for name in asked.columns:
                one = cell(asked, mine, name)
                if self._says((*there, name), one) and self.talk.asks(place := paths.text_of(one.path)):
                    value = paths.find(self.told, (*there, name))
                    self.talk.answer(place, typed.text_of(self.told, one.field, value))
            if number + 1 < len(new):
                last = [name for name in asked.columns if self.talk.asks(paths.text_of((*asked.path, mine, name)))][-1]
                self.talk.editor(paths.text_of((*asked.path, mine, last))).setFocus()
                self.talk.keys(Qt.Key.Key_Return)


def services_table(document: Agreement, table: Question) -> str:
    """The table that stands in the case, as a spreadsheet copies it."""
    lines = [[one.declared(table).term.label for one in AS_THE_CASE_TELLS]]
    for service in document.services.items:
        line = []
        for one in AS_THE_CASE_TELLS:
            need = need_of(document, service.id)
            value = getattr(need if one.of_need else service, one.name)
            line.append(typed.text_of(document, one.declared(table), value))
        lines.append(line)
    return to_tsv(lines)


@pytest.mark.parametrize(("pasting", "most"), [(True, 150), (False, 170)])
def test_the_whole_case_takes_few_interactions(
    open_window: OpenWindow, pasting: bool, most: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its one table pasted; without, so that typing alone stays bearable, too."""
    sample, given = shipped.sample(), answers.read(shipped.sample_answers().read_bytes())
    hand = Hand(open_window)
    told = apply(hand.document, Several("", tuple(edit for _, edit in partial.merge(hand.document, given.answers))))
    for service in sample.services.items:
        told = paths.replace(told, ("services", "items", service.id, "monthly_fee"), service.monthly_fee)
    hand.count["field"] += 1
    hand.speak(given.said_by)
    customer = PractisedCustomer(hand, told)

    if pasting:
        hand.sheet("services")
        table = customer.table("services", answer_tables.SERVICES)
        hand.paste(f"paste:{table.id}", services_table(told, table))
    customer.tell()
    for path, declared, value in paths.walk(told):
        here = customer.here(path)
        got = paths.find(hand.document, here) if paths.exists(hand.document, here) else None
        wanted = customer.mapped(declared, value)
        assert got == wanted or not (got or wanted), paths.text_of(path)

    hand.sheet("proposal")
    hand.click("take_chosen")
    assert hand.window.place == "agreement"
    hand.around.answers.words = "As talked over"
    hand.shortcut("save")
    hand.count["field"] += 1
    hand.around.answers.path = target = FilePath("agreement.pdf")
    hand.shortcut("export_pdf")
    hand.count["click"] += 1  # the file chooser
    hand.around.long.drain()
    pdf = hand.around.exports.written[target]
    assert document_in(pdf) == without_internal(hand.document)
    with capsys.disabled():
        print(
            f"\n{hand.interactions} interactions {'with the table pasted' if pasting else 'by hand'}: {dict(hand.count)}"
        )
    assert hand.interactions < most
