"""The worked examples of the documents: one for each priority, from the document alone, the same in PDF and workbook."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from slaeditor import shipped
from slaeditor.export.blocks import Annex, Table
from slaeditor.export.outline import outline, writer
from slaeditor.export.writing.sections.examples import PATH
from slaeditor.export.xlsx.sheets import sheets
from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.clock.public_holidays import public_holidays
from slaeditor.model.what_if.due import What
from slaeditor.model.what_if.examples import examples
from tests.export.given import context

SAMPLE = shipped.sample()


def worked(document: Agreement) -> list[list[str]]:
    """The cells of the annex."""
    (found,) = [
        one for one in outline(document, context(document)).blocks if isinstance(one, Table) and one.path == PATH
    ]
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_every_priority_has_an_example_before_a_holiday_or_on_one() -> None:
    rows = worked(SAMPLE)
    assert list(dict.fromkeys(row[0] for row in rows)) == [
        "Priority P1: an incident on all other services, recorded Tue 9 March 2027, 10:00 Europe/Istanbul",
        *(
            f"Priority P{number}: an incident on all other services, recorded Mon 8 March 2027, 11:40 Europe/Istanbul"
            for number in (2, 3, 4)
        ),
    ]
    restore = next(row for row in rows if "P2" in row[0] and row[1] == "Restore")
    assert restore[2:] == [
        "8 hours (Working hours)",
        "Fri 12 March 2027, 14:40",
        (
            "Counts Mon 8 Mar 11:40–13:00; closed Tue 9 Mar – Thu 11 Mar (Eid al-Fitr); counts Fri 12 Mar 08:00–14:40."
            " Mon 8 Mar has hours of its own (Ramazan Bayramı)."
        ),
    ]
    assert ["Chief information officer (Customer)", "75% of the time to restore", "Fri 12 March 2027, 12:40"] in [
        row[1:4] for row in rows
    ]


def test_the_workbook_has_the_same_ones() -> None:
    (sheet,) = [one for one in sheets(writer(SAMPLE, context(SAMPLE))) if one.name == "Examples"]
    (part,) = sheet.parts
    assert [[cell.text for cell in row.cells] for row in part.table.rows] == worked(SAMPLE)


def test_they_follow_from_the_document_and_not_from_the_day_of_the_export() -> None:
    given = context(SAMPLE)
    later = msgspec.structs.replace(given, exported=given.exported + timedelta(days=500))
    tables = [
        [block for block in outline(SAMPLE, one).blocks if isinstance(block, Table) and block.path == PATH]
        for one in (given, later)
    ]
    assert tables[0] == tables[1]
    moved = paths.replace(SAMPLE, ("identity", "effective"), date(2028, 6, 1))
    assert {row[0][-len("2028, 10:00 Europe/Istanbul") :][:4] for row in worked(moved)} == {"2028"}


def test_an_agreement_of_single_services_names_one_and_a_bare_one_has_none() -> None:
    own = tuple(one for one in SAMPLE.targets.items if one.services)
    rows = worked(paths.replace(SAMPLE, ("targets", "items"), own))
    assert "an incident on Patient record and medication module, recorded" in rows[0][0]
    bare = paths.replace(SAMPLE, ("targets", "items"), ())
    assert not [one for one in outline(bare, context(bare)).blocks if isinstance(one, Annex) and one.path == PATH]


def test_examples_of_the_standards_are_complete() -> None:
    for standard in shipped.STANDARDS:
        document = shipped.standard(standard.id)
        found = examples(document, public_holidays)
        assert [one.priority for one in found] == list(document.priorities.levels)
        assert all(one.answer.due(What.RESPONSE) for one in found)
        assert all(due.at is not None for one in found for due in one.answer.dues)
