"""What the library says of agreements, files and exports: pure functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from slaeditor.model.errors import UserError
from slaeditor.model.lifecycle import Status
from slaeditor.ui import dates
from slaeditor.ui.library.bulk_export import Existing, Tally, Target, outcome, settled, targets
from slaeditor.ui.library.columns import COLUMNS, PLACES, review, standing, status_words, whole
from slaeditor.ui.library.file_lines import Offer, Outcome, Refused, Taken, Tone, line, take
from slaeditor.ui.records import Known, Verdict
from tests.ui.fakes import document
from tests.ui.memory_library import NOW, MemoryLibrary, Row

TODAY = NOW.date()
ROW = Row(
    "a", "agreement", "SLA-1", "Clinical IT", "Kliniken Nord", Status.IN_FORCE, 2, 2, date(2026, 1, 1), date(2028, 12, 31),
    TODAY + timedelta(42), 3, False, NOW,
)  # fmt: skip


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (13, "in 13 days"),
        (14, "in 2 weeks"),
        (42, "in 6 weeks"),
        (60, "in 9 weeks"),
        (61, "in 2 months"),
        (400, "in 13 months"),
        (800, "in 2 years"),
        (-1, "1 day overdue"),
        (-3, "3 days overdue"),
        (-21, "3 weeks overdue"),
        (-90, "3 months overdue"),
        (-1000, "3 years overdue"),
    ],
)
def test_a_day_is_told_by_how_far_away_it_is(days: int, said: str) -> None:
    assert dates.relative(TODAY + timedelta(days), TODAY) == said


def test_the_status_tells_what_else_is_to_be_known() -> None:
    assert status_words(ROW) == "in force"
    assert status_words(replace(ROW, has_changes=True)) == "in force, with changes"
    assert status_words(replace(ROW, status=Status.DRAFT, revision=3)) == "draft, revision 2 in force"
    assert standing(replace(ROW, revision=0, in_force=0, has_changes=True)) == "", (
        "a first draft is nothing but changes"
    )


def test_what_is_over_is_reviewed_no_more() -> None:
    assert review(ROW, TODAY) == "in 6 weeks"
    for status in (Status.SUPERSEDED, Status.EXPIRED, Status.TERMINATED):
        assert review(replace(ROW, status=status), TODAY) == ""


def test_what_nobody_has_signed_is_planned() -> None:
    column = COLUMNS[PLACES["period"]]
    until = "until 31 Dec 2028"
    assert (column.below(ROW, TODAY), whole(ROW, column, TODAY)) == (until, "1 Jan 2026 – 31 Dec 2028")
    for status in (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.ISSUED):
        draft = replace(ROW, status=status, in_force=0)
        assert column.below(draft, TODAY) == "planned"
        assert whole(draft, column, TODAY) == "planned: 1 Jan 2026 – 31 Dec 2028"
        assert column.below(replace(draft, effective=None), TODAY) == ""
        assert whole(replace(draft, effective=None), column, TODAY) == ""
        assert column.below(replace(ROW, status=status), TODAY) == until, "an older revision is in force"
    assert column.below(replace(ROW, status=Status.SIGNED, in_force=0), TODAY) == until


def test_every_cell_can_be_heard() -> None:
    said = {column.id: whole(ROW, column, TODAY) for column in COLUMNS}
    assert said == {
        "customer": "Kliniken Nord, Clinical IT",
        "number": "SLA-1",
        "status": "in force",
        "revision": "revision 2",
        "period": "1 Jan 2026 – 31 Dec 2028",
        "review": "in 6 weeks (4 Jan 2027)",
        "findings": "3 open findings",
    }
    assert whole(replace(ROW, findings=1), COLUMNS[PLACES["findings"]], TODAY) == "1 open finding"


def test_every_column_can_sort_rows_without_anything_in_them() -> None:
    bare = replace(ROW, effective=None, expires=None, next_review=None, customer="", number="", title="")
    for column in COLUMNS:
        assert sorted([ROW, bare], key=column.key)
        assert isinstance(column.text(bare, TODAY) + column.below(bare, TODAY) + whole(bare, column, TODAY), str)


# Files

KNOWN = Known("a", "SLA-1 · Kliniken Nord", 2, 2, True)
VERDICT = Verdict(document=document(), hash="0", intact=True, revision="2", known=KNOWN)


@pytest.mark.parametrize(
    ("outcome", "tone", "said", "offers"),
    [
        (Taken("a"), Tone.GOOD, "Imported.", (Offer.OPEN,)),
        (Taken("a", already=True), Tone.CAREFUL, "in the library already", (Offer.OPEN, Offer.COPY)),
        (Refused("It is too large."), Tone.BAD, "It is too large.", ()),
        (Verdict(), Tone.BAD, "This PDF was not written by slaeditor.", ()),
        (
            VERDICT,
            Tone.GOOD,
            "This is revision 2 of SLA-1 · Kliniken Nord, its data unchanged; it is in this library.",
            (Offer.OPEN,),
        ),
        (
            Verdict(document=document(), intact=True, revision="1", known=Known("a", "SLA-1", 1, 3, True)),
            Tone.GOOD,
            "This is revision 1 of SLA-1, its data unchanged; it is in this library. The newest is revision 3.",
            (Offer.REVISION, Offer.OPEN),
        ),
        (
            Verdict(document=document(), intact=True, revision="draft", known=Known("a", "SLA-1", 0, 0, True)),
            Tone.GOOD,
            "This is the draft of SLA-1 as it stands in this library",
            (Offer.OPEN,),
        ),
        (
            Verdict(document=document(), intact=True, revision="2 + changes"),
            Tone.CAREFUL,
            "This is a draft after revision 2 of SLA-1 · Kliniken Nord, its data unchanged; it is not in this library.",
            (Offer.IMPORT,),
        ),
        (
            Verdict(document=document(), intact=True, revision="draft", known=Known("a", "SLA-1", 0, 4, False)),
            Tone.CAREFUL,
            "but not with these terms",
            (Offer.COMPARE, Offer.IMPORT),
        ),
        (
            Verdict(document=document(), changed=True, known=KNOWN),
            Tone.BAD,
            "was changed after its export",
            (Offer.COMPARE,),
        ),
        (Verdict(document=document()), Tone.CAREFUL, "no hash that it could be checked against", ()),
    ],
)
def test_what_is_said_of_a_file(outcome: Outcome, tone: Tone, said: str, offers: tuple[Offer, ...]) -> None:
    found = line("file.pdf", outcome)
    assert said in found.words
    assert (found.name, found.tone, found.offers) == ("file.pdf", tone, offers)


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "nowhere.pdf"):
        found = take(MemoryLibrary(), source)
        assert isinstance(found, Refused)
        assert source.name in found.why
    (tmp_path / "whole.slalib").write_bytes(b"SQLite format 3\0 and so on")
    found = take(MemoryLibrary(), tmp_path / "whole.slalib")
    assert isinstance(found, Refused)
    assert "whole library" in found.why
    library = MemoryLibrary()
    library.refuses = UserError("The library is locked.")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    assert take(library, tmp_path / "x.pdf") == Refused("The library is locked.")


# Exports

FOLDER = Path("folder")


def named(*names: str) -> tuple[Target, ...]:
    return targets(
        [(f"a{n}", "pdf", name) for n, name in enumerate(names)], FOLDER, lambda path: path.name == "there.pdf"
    )


def test_two_files_of_one_name_do_not_meet() -> None:
    assert [one.path.name for one in named("x.pdf", "X.pdf", "x.pdf", "y.pdf")] == [
        "x.pdf",
        "X (2).pdf",
        "x (3).pdf",
        "y.pdf",
    ]


def test_what_is_there_is_kept_left_or_replaced_as_asked() -> None:
    wanted = named("there.pdf", "new.pdf", "there (2).pdf")
    assert [one.there for one in wanted] == [True, False, False]

    def settle(how: Existing) -> list[str]:
        return [one.path.name for one in settled(wanted, how, lambda path: path.name in ("there.pdf", "there (3).pdf"))]

    assert settle(Existing.REPLACE) == ["there.pdf", "new.pdf", "there (2).pdf"]
    assert settle(Existing.LEAVE) == ["new.pdf", "there (2).pdf"]
    assert settle(Existing.BESIDE) == ["there (4).pdf", "new.pdf", "there (2).pdf"]


@pytest.mark.parametrize(
    ("tally", "cancelled", "said"),
    [
        (Tally(1), False, "1 file was written to folder."),
        (Tally(1200), False, "1,200 files were written to folder."),
        (Tally(3, 1), False, "3 files were written to folder; 1 that was there already was left alone."),
        (
            Tally(0, 0, ["The disk is full."]),
            False,
            "0 files were written to folder; 1 could not be written: The disk is full.",
        ),
        (Tally(2), True, "Cancelled: 2 of 5 files were written to folder."),
    ],
)
def test_the_outcome_is_one_sentence(tally: Tally, cancelled: bool, said: str) -> None:
    assert outcome(tally, FOLDER, 5, cancelled=cancelled) == said
