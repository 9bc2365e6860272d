"""A person at random: whatever is edited, undone, copied, pasted, committed, closed, opened and fought over with another window,
undoing all of it leads back, what is stored is what is shown, and a comparison is empty exactly when nothing differs."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.compare import Change, compare
from slaeditor.model.edits import Edit, InsertRow, MoveRow, RemoveRow, SetTerm, Several
from slaeditor.model.errors import ParseError
from slaeditor.model.terms import Field, Kind, Row
from slaeditor.model.terms import fields as fields_of
from slaeditor.ui.desk import Desk
from slaeditor.ui.editors import typed
from slaeditor.ui.forms import carried, clipboard
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.session import Session
from slaeditor.ui.shell import Shell
from slaeditor.wiring import LibraryOfWindow, Shelf
from tests.filled import filled_document, value_for
from tests.ui.fakes import Answers, ByHand, FewStandards, FilesInMemory, FixedClock

EXAMPLES = 1_000
STEPS = 12
BEGINNINGS = (Agreement(), filled_document(1))
NUMBERS = st.integers(0, 10_000)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["", "Güneş", "=1+1", "a\tb", "a\r\nb", "\x00", "\u202e12", '"', "مستشفى", "{value:identity.title}", "e\u0301"]
)


class RandomUser(RuleBasedStateMachine):
    """One window on a real library file; another window saves now and then."""

    shelf: Shelf

    @initialize(rows=st.integers(0, len(BEGINNINGS) - 1))
    def begin(self, rows: int) -> None:
        start = BEGINNINGS[rows]
        clock = FixedClock()
        library = LibraryOfWindow(self.shelf, clock, lambda: "Anna Weber")
        self.other = LibraryOfWindow(self.shelf, clock, lambda: "Ben Kaya")
        self.library = library
        runner, ids = JobRunner(ByHand(eager=True)), itertools.count(1)
        self.session = Session(runner, library.save_draft, library.keep_unparsed, lambda: f"made{next(ids)}")
        self.shell = Shell(
            session=self.session, runner=runner, heavy=JobRunner(ByHand()), library=library, standards=FewStandards(),
            exports=FilesInMemory(), clock=clock, asker=Answers(), user=lambda: "Anna Weber", version=lambda: "0",
        )  # fmt: skip
        self.desk = Desk(self.shell)
        self.told: list[tuple[Change, ...]] = []
        self.session.changed.connect(self.told.append)
        self.faults: list[str] = []
        self.shell.bus.said.connect(lambda words, fault, _choices: self.faults.append(words) if fault else None)
        self.session.failed.connect(lambda error: self.faults.append(str(error)))
        self.committed: list[Agreement] = []
        self.count = itertools.count(1)
        self.copied = b""
        self.cell = ""
        self.first = start
        self.agreement = library.create(start)
        self._open()

    def _open(self) -> None:
        self.desk.open(self.agreement)
        self.first = self.session.document
        self.told.clear()

    @property
    def document(self) -> Agreement:
        return self.session.document

    # What a person does to the document

    def _act(self, act: Callable[[], object]) -> None:
        """Whatever changes the document tells every page exactly what changed."""
        before = self.document
        self.told.clear()
        act()
        changes = compare(before, self.document)
        assert bool(changes) == (before != self.document)
        assert self.told == ([changes] if changes else [])

    def _do(self, edit: Edit, *, typing: bool = False) -> None:
        before = self.document
        self._act(lambda: self.session.do(edit, typing=typing))
        if self.session.read_only:
            assert self.document is before

    def _leaf(self, which: int, *kinds: Kind) -> tuple[tuple[str, ...], Field, Any] | None:
        leaves = [leaf for leaf in paths.walk(self.document) if not kinds or leaf[1].kind in kinds]
        return leaves[which % len(leaves)] if leaves else None

    def _table(self, which: int) -> tuple[tuple[str, ...], Field, tuple[Row, ...]]:
        found = list(paths.tables(self.document))
        full = [table for table in found if table[2]]
        return (full or found)[which % len(full or found)] if which % 3 else found[which % len(found)]

    @rule(which=NUMBERS, words=WORDS, typing=st.booleans())
    def write(self, which: int, words: str, typing: bool) -> None:
        found = self._leaf(which, Kind.TEXT)
        assert found
        self._do(SetTerm(found[0], words), typing=typing)

    @rule(which=NUMBERS, more=st.lists(WORDS, min_size=2, max_size=4))
    def type_on(self, which: int, more: list[str]) -> None:
        found = self._leaf(which, Kind.TEXT)
        assert found
        for count in range(1, len(more) + 1):
            self._do(SetTerm(found[0], "".join(more[:count])), typing=True)
        self.session.end_typing()

    @rule(which=NUMBERS, number=NUMBERS, empty=st.booleans())
    def choose(self, which: int, number: int, empty: bool) -> None:
        found = self._leaf(which)
        assert found
        path, declared, _ = found
        self._do(SetTerm(path, None if empty and declared.optional else value_for(declared, number)))

    @rule(which=NUMBERS, number=NUMBERS)
    def fill_down(self, which: int, number: int) -> None:
        path, declared, rows = self._table(which)
        columns = [one for one in fields_of(declared.type) if one.kind is not Kind.ROWS and one.name != "id"]
        column = columns[number % len(columns)]
        if rows:
            value = getattr(rows[0], column.name)
            self._do(Several("fill down", tuple(SetTerm((*path, row.id, column.name), value) for row in rows[1:])))

    @rule(which=NUMBERS, index=st.integers(0, 3))
    def add_row(self, which: int, index: int) -> None:
        path, declared, _ = self._table(which)
        self._do(InsertRow(path, declared.type(id=self.session.new_id()), index))

    @rule(which=NUMBERS, place=NUMBERS, index=st.integers(0, 3))
    def move_row(self, which: int, place: int, index: int) -> None:
        path, _, rows = self._table(which)
        if rows:
            self._do(MoveRow((*path, rows[place % len(rows)].id), index), typing=True)

    @rule(which=NUMBERS, place=NUMBERS)
    def remove_row(self, which: int, place: int) -> None:
        path, _, rows = self._table(which)
        if rows:
            self._do(RemoveRow((*path, rows[place % len(rows)].id)))

    @rule(which=NUMBERS, place=NUMBERS)
    def duplicate_row(self, which: int, place: int) -> None:
        path, _, rows = self._table(which)
        if rows:
            self._do(InsertRow(path, clipboard.copy_named(rows[place % len(rows)], set(), self.session.new_id)))

    @rule(which=NUMBERS, here=st.booleans())
    def copy_rows(self, which: int, here: bool) -> None:
        """In this agreement or in another one, where things are called the same."""
        _, _, rows = self._table(which)
        if rows:
            self.copied = carried.pack(self.document, self.agreement if here else "another", rows)

    @precondition(lambda self: self.copied)
    @rule(which=NUMBERS, index=st.integers(0, 3))
    def paste_rows(self, which: int, index: int) -> None:
        name = self.copied.split(b'"')[1].decode()
        fitting = [table for table in paths.tables(self.document) if table[1].type.__name__ == name]
        if fitting:
            path, declared, before = fitting[which % len(fitting)]
            rows = carried.unpack(self.copied, declared, self.document, self.agreement, self.session.new_id).rows
            assert rows
            self._do(Several("paste", tuple(InsertRow(path, row, index + n) for n, row in enumerate(rows))))
            if not self.session.read_only:
                assert len(paths.find(self.document, path)) == len(before) + len(rows)

    @rule(which=NUMBERS)
    def copy_cell(self, which: int) -> None:
        found = self._leaf(which, *EXACT)
        if found:
            _, declared, value = found
            self.cell = typed.text_of(self.document, declared, value)
            if self.cell:
                assert typed.parse(self.document, declared, self.cell) == value, (declared.name, self.cell)

    @rule(which=NUMBERS)
    def paste_cell(self, which: int) -> None:
        found = self._leaf(which)
        assert found
        path, declared, _ = found
        try:
            value = typed.parse(self.document, declared, self.cell)
        except ParseError:
            self.session.set_unparsed(path, self.cell)
        else:
            self.session.set_unparsed(path, None)
            self._do(SetTerm(path, value))

    @rule()
    def leave_the_field(self) -> None:
        self.session.end_typing()

    @rule()
    def undo(self) -> None:
        self._act(self.session.undo)

    @rule()
    def redo(self) -> None:
        self._act(self.session.redo)

    # What a person does with it as a whole

    @rule()
    def wait_for_the_autosave(self) -> None:
        self.session.flush()

    @rule(message=WORDS.filter(str.strip))
    def commit(self, message: str) -> None:
        document, before = self.document, self.session.revision
        possible = not self.session.read_only and self.desk.conflicting is None
        different = self.session.modified
        self.desk.save_revision(message)
        if not possible or not different:
            assert self.session.revision == before
            assert len(self.faults) == possible, "it is told when there is nothing to save"
            self.faults.clear()
        else:
            assert self.session.revision == before + 1
            assert self.session.base is document
            assert not self.session.modified
            self.committed.append(document)

    @rule()
    def close_and_open(self) -> None:
        shown, kept, texts = self.document, not self.session.read_only, dict(self.session.unparsed)
        lost = self.desk.conflicting is not None
        self.desk.settle()
        self.session.close()
        assert not self.session.is_open
        self._open()
        if kept and not lost:
            assert self.document == shown
            assert dict(self.session.unparsed) == {
                path: text for path, text in texts.items() if paths.exists(shown, path)
            }

    @precondition(lambda self: self.committed)
    @rule(which=NUMBERS)
    def look_at_a_revision(self, which: int) -> None:
        ordinal = which % len(self.committed) + 1
        self.desk.open_revision(ordinal)
        self.first = self.document
        self.told.clear()
        assert self.session.read_only
        assert self.document == self.committed[ordinal - 1]

    @precondition(lambda self: self.committed)
    @rule(which=NUMBERS)
    def go_back_to_a_revision(self, which: int) -> None:
        """With the newest one, that is to discard what was done since."""
        ordinal = which % len(self.committed) + 1
        looking = self.session.read_only
        conflicted = self.desk.conflicting is not None
        self.desk.restore(ordinal)
        if looking or conflicted:
            self._open() if conflicted else None
            self.first = all_undone(self.session)
        if not conflicted:
            assert self.document == self.committed[ordinal - 1]

    @precondition(lambda self: not self.session.read_only and self.desk.conflicting is None)
    @rule(first=st.booleans(), answer=st.sampled_from(["mine", "theirs", "later"]))
    def another_window_saves(self, first: bool, answer: str) -> None:
        """This one hears of it ``first``, or when it saves something itself."""
        self.session.flush()
        settled, mine, working = self.session.settled, self.document, self.other.working(self.agreement)
        theirs = paths.replace(working.document, ("identity", "title"), f"Title {next(self.count)}")
        self.other.save_draft(self.agreement, theirs, working.version)
        if first:
            self.desk.notice_change((self.agreement,))
        else:
            self._do(SetTerm(("identity", "number"), f"Number {next(self.count)}"))
            mine, settled = self.document, False
            self.session.flush()
        assert self.other.working(self.agreement).document == theirs
        self.told.clear()
        if settled:
            assert self.document == theirs
            self.first = self.first if self.session.can_undo else theirs
            return
        assert self.session.conflicted or self.desk.conflicting is not None
        assert self.document == mine
        if answer == "mine":
            self.desk.keep_mine()
            self.session.flush()
            assert self.other.working(self.agreement).document == self.document == mine
        elif answer == "theirs":
            self.desk.take_theirs()
            assert self.document == theirs
            self.first = mine

    # What holds at all times

    @invariant()
    def nothing_went_wrong(self) -> None:
        assert self.faults == []

    @invariant()
    def a_comparison_is_empty_exactly_when_nothing_differs(self) -> None:
        for former in (self.first, self.session.base):
            if former is not None:
                assert bool(compare(former, self.document)) == (former != self.document)
        assert self.session.modified == (self.session.base is None or bool(compare(self.session.base, self.document)))

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        if self.desk.conflicting is not None:
            self.desk.keep_mine()
        here = self.document
        self.session.flush()
        if not self.session.read_only:
            stored = self.library.working(self.agreement)
            assert stored.document == here
            assert stored.has_changes == self.session.modified
            assert from_json(to_json(here)) == here
            back = sum(iter(self.session.undo, False))
            assert self.document == self.first
            for _ in range(back):
                assert self.session.redo()
            assert self.document == here
        for ordinal, document in enumerate(self.committed, start=1):
            assert self.library.revision(self.agreement, ordinal) == document
        self.session.close()
        super().teardown()


EXACT = (
    Kind.FLAG, Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.TIME, Kind.DATE, Kind.INSTANT, Kind.CHOICE,
    Kind.CHOICES,
)  # fmt: skip
"""What text gives back exactly, whatever else stands in the document."""


def all_undone(session: Session) -> Agreement:
    """The document that undoing everything leads to; leaves the session as it was."""
    back = sum(iter(session.undo, False))
    first = session.document
    for _ in range(back):
        assert session.redo()
    return first


@pytest.mark.usefixtures("qapp")
def test_a_person_at_random() -> None:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder) / "library.slalib")
        machine = type("Machine", (RandomUser,), {"shelf": shelf})
        try:
            run_state_machine_as_test(
                machine,
                settings=settings(
                    max_examples=EXAMPLES,
                    stateful_step_count=STEPS,
                    deadline=None,
                    suppress_health_check=[HealthCheck.too_slow],
                ),
            )
        finally:
            shelf.close()
