"""The session: what pages hear of edits, and how the autosave keeps them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import Change
from slaeditor.model.edits import SetTerm
from slaeditor.model.errors import UserError
from slaeditor.ui.jobs import JobRunner
from slaeditor.ui.records import Conflict
from slaeditor.ui.session import Session
from tests.ui.fakes import ByHand, document
from tests.ui.memory_library import MemoryLibrary

TITLE = ("identity", "title")


class Desk:
    """A session on a library in memory, with what it told."""

    def __init__(self) -> None:
        self.library = MemoryLibrary()
        self.library.add("a", document(title="First"), "First revision")
        self.executor = ByHand()
        self.session = Session(
            JobRunner(self.executor), self.library.save_draft, self.library.keep_unparsed, lambda: "id"
        )
        self.changes: list[tuple[Change, ...]] = []
        self.conflicts: list[Conflict] = []
        self.faults: list[UserError] = []
        self.session.changed.connect(self.changes.append)
        self.session.conflict.connect(self.conflicts.append)
        self.session.failed.connect(self.faults.append)
        kept = self.library.kept["a"]
        self.session.open("a", kept.document, version=kept.version, revision=1, base=kept.document)

    @property
    def stored(self) -> str:
        return self.library.kept["a"].document.identity.title

    def unsaved(self) -> bool:
        return self.session.unsaved

    def type(self, words: str) -> None:
        self.session.do(SetTerm(TITLE, words), typing=True)

    def other_window_saves(self, words: str) -> None:
        kept = self.library.kept["a"]
        self.library.save_draft("a", document(title=words), kept.version)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.library.refuses = None
    made.executor.eager = True
    made.executor.drain()
    made.session.flush()


def test_pages_hear_exactly_what_changed(desk: Desk) -> None:
    desk.type("Second")
    ((change,),) = desk.changes
    assert change.path == TITLE
    desk.session.undo()
    desk.session.redo()
    assert [change.path for (change,) in desk.changes] == [TITLE] * 3
    assert desk.session.document.identity.title == "Second"


def test_opening_a_document_is_no_edit(desk: Desk) -> None:
    assert desk.changes == []
    assert not desk.session.modified
    assert not desk.unsaved()
    assert not desk.session.can_undo


def test_typing_is_in_the_library_within_a_second(desk: Desk, qtbot: QtBot) -> None:
    desk.type("Second")
    assert desk.unsaved()
    qtbot.waitUntil(lambda: bool(desk.executor.waiting), timeout=1_000)
    desk.executor.drain()
    assert desk.stored == "Second"
    assert not desk.unsaved()
    assert desk.session.modified


def test_what_is_typed_while_saving_is_saved_next(desk: Desk, qtbot: QtBot) -> None:
    desk.type("Sec")
    qtbot.waitUntil(lambda: bool(desk.executor.waiting), timeout=1_000)
    desk.type("Second")
    desk.executor.drain()
    assert desk.unsaved()
    qtbot.waitUntil(lambda: bool(desk.executor.waiting), timeout=1_000)
    desk.executor.drain()
    assert desk.stored == "Second"


def test_another_windows_work_is_never_overwritten(desk: Desk, qtbot: QtBot) -> None:
    desk.other_window_saves("Theirs")
    desk.type("Mine")
    qtbot.waitUntil(lambda: bool(desk.executor.waiting), timeout=1_000)
    shown: list[bool] = []
    desk.session.state_changed.connect(lambda: shown.append(desk.session.conflicted))
    desk.executor.drain()
    assert shown[-1:] == [True], "that it is not being saved any more is shown at once"
    (conflict,) = desk.conflicts
    assert desk.stored == "Theirs"
    assert conflict.mine.identity.title == "Mine"
    assert conflict.theirs.document.identity.title == "Theirs"
    assert desk.session.document.identity.title == "Mine"
    desk.session.overrule(conflict.theirs.version)
    desk.executor.drain()
    assert desk.stored == "Mine"


def test_a_fault_of_the_file_is_told_and_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.library.refuses = UserError("The disk is full.")
    desk.type("Second")
    qtbot.waitUntil(lambda: bool(desk.executor.waiting), timeout=1_000)
    desk.executor.drain()
    assert [fault.what for fault in desk.faults] == ["The disk is full."]
    assert desk.unsaved()
    desk.library.refuses = None
    desk.executor.eager = True
    desk.session.flush()
    assert desk.stored == "Second"


def test_an_old_revision_cannot_be_edited(desk: Desk) -> None:
    desk.session.open("a", Agreement(), version=0, revision=1, read_only=True)
    assert not desk.session.do(SetTerm(TITLE, "x"))
    assert not desk.unsaved()
    assert desk.changes == []


def test_unparsed_input_survives_the_window(desk: Desk) -> None:
    desk.session.set_unparsed(TITLE, "4 hors")
    desk.executor.eager = True
    desk.session.flush()
    kept = desk.library.unparsed("a")
    assert kept == {"identity.title": "4 hors"}
    document = desk.library.kept["a"].document
    desk.session.open("b", Agreement(), version=1)
    assert not desk.session.unparsed
    desk.session.open("a", document, version=1, unparsed={**kept, "services.items[gone].name": "x"})
    assert dict(desk.session.unparsed) == {TITLE: "4 hors"}
    desk.session.set_unparsed(TITLE, None)
    desk.session.flush()
    assert desk.library.unparsed("a") == {}


def test_what_is_being_typed_is_kept_too_but_not_yet_found_fault_with(desk: Desk) -> None:
    told: list[int] = []
    desk.executor.eager = True
    desk.session.unparsed_changed.connect(lambda: told.append(1))
    desk.session.note_typing(TITLE, "4 ho")
    desk.session.flush()
    assert desk.library.unparsed("a") == {"identity.title": "4 ho"}
    assert not desk.session.settled
    assert not desk.session.unparsed
    assert not told
    desk.session.note_typing(TITLE, "")
    desk.session.flush()
    assert desk.library.unparsed("a") == {}


def test_unparsed_input_is_kept_beside_the_document(desk: Desk) -> None:
    told: list[int] = []
    desk.session.unparsed_changed.connect(lambda: told.append(1))
    desk.session.set_unparsed(TITLE, "4 hors")
    desk.session.set_unparsed(TITLE, "4 hors")
    assert dict(desk.session.unparsed) == {TITLE: "4 hors"}
    desk.session.set_unparsed(TITLE, None)
    desk.session.set_unparsed(TITLE, None)
    assert dict(desk.session.unparsed) == {}
    assert len(told) == 2


def test_many_refusals_are_told_once(desk: Desk) -> None:
    told: list[int] = []
    desk.session.unparsed_changed.connect(lambda: told.append(len(desk.session.unparsed)))
    places = [("identity", name) for name in ("effective", "initial_months", "cure_days")]
    desk.session.set_all_unparsed(dict.fromkeys(places, "soon"))
    desk.session.set_all_unparsed({places[0]: None, places[1]: "soon"})
    desk.session.set_all_unparsed({places[0]: None})
    assert told == [3, 2]
    desk.session.set_unparsed(places[1], None)
    assert dict(desk.session.unparsed) == {places[2]: "soon"}


def test_what_came_with_a_step_and_was_not_understood_goes_and_comes_with_it(desk: Desk) -> None:
    session, other = desk.session, ("identity", "number")
    before = session.document
    session.do(SetTerm(TITLE, "Pasted"))
    session.came_along({other: "soon"}, before)
    assert dict(session.unparsed) == {other: "soon"}
    session.undo()
    assert not session.unparsed
    session.redo()
    assert dict(session.unparsed) == {other: "soon"}
    session.set_unparsed(other, "later")  # typed since: that is no part of the step
    session.undo()
    assert dict(session.unparsed) == {other: "later"}
    session.came_along({TITLE: "nothing was done"}, session.document)
    session.redo()
    session.undo()
    assert set(session.unparsed) == {other, TITLE}
