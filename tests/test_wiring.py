"""The store, the exports and the standards as the window asks for them: on a real library file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from slaeditor import shipped
from slaeditor.contents import is_document
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_json
from slaeditor.model.checks import findings
from slaeditor.model.errors import UserError
from slaeditor.rendering import FORMATS
from slaeditor.storage import records
from slaeditor.ui import ports
from slaeditor.ui.agreement.problem_list import problems
from slaeditor.ui.records import AlreadyThere, Conflict, Group, Query
from slaeditor.wiring import Exports, LibraryOfWindow, Shelf, Standards


class Clock:
    def now(self) -> datetime:
        return datetime(2026, 11, 23, 12, tzinfo=UTC)

    def today(self) -> date:
        return self.now().date()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path / "library.slalib")
    yield made
    made.close()


@pytest.fixture
def library(shelf: Shelf) -> ports.LibraryPort:
    return LibraryOfWindow(shelf, Clock(), lambda: "Anna Weber")


def titled(title: str) -> Agreement:
    empty = Agreement()
    return msgspec.structs.replace(empty, identity=msgspec.structs.replace(empty.identity, title=title))


def test_the_filters_are_those_of_the_store() -> None:
    assert {group.value for group in Group} - {"standards"} == {group.value for group in records.Group}


def test_an_agreement_goes_through_the_store(library: ports.LibraryPort) -> None:
    agreement = library.create(titled("First"))
    assert library.rows(Query())[0].findings > 0, "they are counted before anything is saved"
    version = library.working(agreement).version
    version = library.save_draft(agreement, titled("Second"), version)
    assert library.commit(agreement, titled("Third"), "All of it", version)[0] == 1
    (row,) = library.rows(Query())
    assert (row.id, row.title, row.revision, row.has_changes) == (agreement, "Third", 1, False)
    assert row.findings > 0
    assert [hit.agreement for hit in library.search("third")] == [agreement]
    assert library.rows(Query(text="second")) == ()
    assert library.revision(agreement, 1).identity.title == "Third"
    assert [(one.author, one.message) for one in library.revisions(agreement)] == [("Anna Weber", "All of it")]
    assert len(library.events(agreement)) == 2
    assert library.changes_since(0).agreements == (agreement,)


@pytest.mark.parametrize("group", list(Group))
def test_every_filter_can_be_asked_for(library: ports.LibraryPort, group: Group) -> None:
    assert library.rows(Query(group=group)) == ()


def test_what_was_not_understood_is_kept_beside_the_documents(library: ports.LibraryPort) -> None:
    agreement = library.create(titled("First"))
    assert library.unparsed(agreement) == {}
    library.keep_unparsed(agreement, {"identity.title": "yarım {kaldı"})
    assert library.unparsed(agreement) == {"identity.title": "yarım {kaldı"}
    assert library.working(agreement).document == titled("First")
    library.keep_unparsed(agreement, {})
    assert library.unparsed(agreement) == {}


def test_a_conflict_brings_both_versions(library: ports.LibraryPort) -> None:
    agreement = library.create(titled("First"))
    version = library.working(agreement).version
    library.save_draft(agreement, titled("Theirs"), version)
    for save in (
        lambda: library.save_draft(agreement, titled("Mine"), version),
        lambda: library.commit(agreement, titled("Mine"), "Mine", version),
    ):
        with pytest.raises(Conflict) as conflict:
            save()
        assert conflict.value.mine == titled("Mine")
        assert conflict.value.theirs.document == titled("Theirs")
        assert conflict.value.theirs.session == "Anna Weber"


def test_agreement_files_and_bare_documents_come_in(library: ports.LibraryPort) -> None:
    agreement = library.create(titled("First"))
    library.commit(agreement, titled("First"), "One", library.working(agreement).version)
    data = library.agreement_file(agreement)
    with pytest.raises(AlreadyThere) as there:
        library.import_file(data)
    assert there.value.existing == agreement
    assert library.import_file(data, copy=True) != agreement
    bare = library.import_file(to_json(titled("Bare")))
    assert library.working(bare).document == titled("Bare")
    assert not is_document(data)
    for bad in (b"", b"{", b"[1]", b'{"format": 1}', b'{"format": "x"}', b"\xff"):
        before = len(library.rows(Query()))
        try:
            library.import_file(bad)
        except UserError:
            assert len(library.rows(Query())) == before
        else:
            assert bad == b'{"format": 1}'  # an empty document is one, too


def test_a_backup_may_be_written_again(library: ports.LibraryPort, tmp_path: Path) -> None:
    library.create(titled("First"))
    for _ in range(2):
        library.backup(tmp_path / "copy")
    copy = Shelf(tmp_path / "copy")
    assert len(LibraryOfWindow(copy, Clock(), lambda: "x").rows(Query())) == 1
    copy.close()


def test_a_library_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "not a library"
    place.write_bytes(b"something else" * 1_000)
    with pytest.raises(UserError):
        LibraryOfWindow(Shelf(place), Clock(), lambda: "x").rows(Query())
    assert place.read_bytes() == b"something else" * 1_000


def test_every_shipped_standard_begins_an_agreement(library: LibraryOfWindow) -> None:
    standards = Standards(library)
    for standard in standards.standards():
        made = standards.begin(standard.id, "Stadtwerke Elbe")
        assert made.kind.value == "agreement"
        assert made.identity.number == "SLA-2026-0001"
        assert made.identity.origin_hash
        assert made.parties.customer.legal_name == "Stadtwerke Elbe"
        assert standards.document(standard.id).kind.value == "standard"


def test_exports_say_how_the_document_stands(shelf: Shelf, library: ports.LibraryPort) -> None:
    agreement = library.create(titled("First"))
    library.commit(agreement, titled("First"), "One", library.working(agreement).version)
    calls: list[tuple[object, ...]] = []

    def call(*given: object) -> bytes:
        calls.append(given)
        return b"done"

    exports = Exports(shelf, Clock(), call)
    assert exports.formats() == FORMATS
    state = library.working(agreement)
    status = library.rows(Query())[0].status
    assert exports.render("pdf", state.document, ports.Stand(agreement, 1, status, True)) == b"done"
    context = calls[0][-1]
    assert "1 + changes" in repr(context)
    assert "One" in repr(context)
    assert exports.file_name(titled("x"), ports.Stand(agreement, 0, status, True), "pdf") == "draft.pdf"


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_the_sample_comes_out_in_every_format(shelf: Shelf, ending: str) -> None:
    def here(work: ports.Clock, *given: object) -> bytes:
        return work(*given)  # type: ignore[operator,no-any-return] # stands for the worker's call

    exports = Exports(shelf, Clock(), here)
    from slaeditor.model.lifecycle import Status

    data = exports.render(ending, shipped.sample(), ports.Stand("", 0, Status.DRAFT, True))
    assert data.startswith({"pdf": b"%PDF-", "xlsx": b"PK"}[ending])


def test_the_list_counts_what_the_problems_count(library: ports.LibraryPort) -> None:
    agreement, other = library.create(titled("First")), library.create(titled("Other"))
    before = {row.id: row.findings for row in library.rows(Query())}
    texts: dict[paths.Path, str] = {("identity", "cure_days"): "a few", ("identity", "renewal_months"): "soon"}
    library.keep_unparsed(agreement, {paths.text_of(place): text for place, text in texts.items()})
    after = {row.id: row.findings for row in library.rows(Query())}
    assert after == {agreement: before[agreement] + 2, other: before[other]}
    document = library.working(agreement).document
    assert after[agreement] == sum(one.keeps_from_issuing for one in problems(document, findings(document), texts))
    library.keep_unparsed(agreement, {})
    assert {row.id: row.findings for row in library.rows(Query())} == before
