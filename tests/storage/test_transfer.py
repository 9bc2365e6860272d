"""One agreement as a file: everything comes back, and any tampering is noticed."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from slaeditor.model.agreement import DocumentKind
from slaeditor.model.errors import DocumentError, UserError
from slaeditor.model.events import Imported
from slaeditor.model.lifecycle import Status
from slaeditor.storage.library import Library
from slaeditor.storage.records import Duplicate, Filter
from tests.filled import filled_document
from tests.storage.documents import ALL, AT, document, saved, sign, titled

LATER = AT + timedelta(days=3)


def rich(library: Library) -> str:
    """Two revisions, signatures and a draft."""
    made = saved(library, msgspec.structs.replace(filled_document(), kind=DocumentKind.AGREEMENT))
    sign(library, made.id)
    _, version = library.commit(
        made.id, titled(made.document, "B"), author="Bob", message="second", at=AT, expected_version=made.version
    )
    library.save_draft(made.id, titled(made.document, "C"), version, at=AT)
    return made.id


def test_everything_comes_back_in_another_library(library: Library, tmp_path: Path) -> None:
    agreement = rich(library)
    data = library.export_agreement(agreement)
    with Library(tmp_path / "other.slalib") as other:
        assert other.import_agreement(data, author="Eve", at=LATER) == agreement
        assert other.revisions(agreement) == library.revisions(agreement)
        assert other.revision(agreement, 1) == library.revision(agreement, 1)
        assert other.load(agreement).document == library.load(agreement).document
        assert other.load(agreement).has_changes
        assert other.events(agreement)[:-1] == library.events(agreement)
        assert other.events(agreement)[-1] == Imported(at=LATER, by="Eve", agreement=agreement)
        assert other.state(agreement) == library.state(agreement)
        assert other.agreements(Filter(today=date(2028, 1, 1)))[0].in_force == 1
        assert other.search("B") or other.search("C")
        assert other.doctor() == ()


def test_an_agreement_that_never_had_a_revision_can_travel(library: Library, tmp_path: Path) -> None:
    made = library.create(document(), author="A", at=AT)
    with Library(tmp_path / "other.slalib") as other:
        other.import_agreement(library.export_agreement(made.id), author="Eve", at=LATER)
        assert other.load(made.id).document == made.document
        assert other.doctor() == ()


def test_the_same_agreement_is_refused_or_copied(library: Library) -> None:
    agreement = rich(library)
    data = library.export_agreement(agreement)
    with pytest.raises(Duplicate, match="already holds") as caught:
        library.import_agreement(data, author="Eve", at=LATER)
    assert caught.value.existing == agreement
    copy = library.import_agreement(data, author="Eve", at=LATER, copy=True)
    assert copy != agreement
    assert library.state(copy).contracts == ()
    assert library.revisions(copy) == library.revisions(agreement)
    assert {row.status for row in library.agreements(ALL) if row.id == copy} == {Status.DRAFT}
    version = library.load(copy).version
    library.commit(copy, document(), author="Eve", message="m", at=LATER, expected_version=version)
    assert library.doctor() == ()


def spoil(data: bytes, how: str) -> bytes:
    raw: dict[str, Any] = json.loads(data)
    revision, events = raw["revisions"][0], raw["events"]
    match how:
        case "document":
            revision["document"]["identity"]["title"] += "!"
        case "hash":
            revision["stored"] = "0" * 64
        case "parent":
            raw["revisions"][1]["parent"] = "0" * 64
        case "event":
            events[3]["body"] = events[3]["body"].replace("Lee", "Eve")
        case "event gone":
            del events[3]
        case "revision gone":
            del raw["revisions"][1]
        case "version":
            raw["version"] = 2
        case "format":
            raw["format"] = "something else"
        case "unknown":
            raw["more"] = 1
        case "draft":
            raw["draft"]["identity"]["title"] = 7
        case "draft version":
            raw["draft"]["format"] = 99
        case "twice":
            raw["draft"]["services"]["items"] = raw["draft"]["services"]["items"][:1] * 2
        case "no zone":
            revision["at"] = "2026-01-01T00:00:00"
    # As the program writes it, so that only what was spoilt differs.
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("document", "Revision 1 in the file no longer matches its hash"),
        ("hash", "Revision 1 in the file no longer matches its hash"),
        ("parent", "Revision 2 in the file does not follow"),
        ("event", "broken at entry 4"),
        ("event gone", "broken at entry 4"),
        ("revision gone", "not those that its history tells of"),
        ("version", "has version 2"),
        ("format", "no agreement file"),
        ("unknown", "cannot be read"),
        ("draft", "Expected"),
        ("draft version", "format 99"),
        ("twice", "same id"),
        ("no zone", "cannot be read"),
    ],
)
def test_a_spoilt_file_is_refused_and_nothing_is_stored(library: Library, tmp_path: Path, how: str, why: str) -> None:
    data = library.export_agreement(rich(library))
    with Library(tmp_path / "other.slalib") as other:
        with pytest.raises(DocumentError, match=why) as caught:
            other.import_agreement(spoil(data, how), author="Eve", at=LATER)
        assert "\n" not in str(caught.value)
        assert other.agreements(ALL) == ()
        other.import_agreement(spoil(data, "nothing"), author="Eve", at=LATER)
        assert other.doctor() == ()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b'"x"', b"{}", b'{"format": 3}', b"[" * 100_000])
def test_what_is_no_agreement_file(library: Library, data: bytes) -> None:
    with pytest.raises(UserError, match=r"no agreement file|cannot be read"):
        library.import_agreement(data, author="Eve", at=LATER)
