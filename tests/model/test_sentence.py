"""What the model says is English to everyone, and keeps its parts for a window in another language."""

from __future__ import annotations

import pickle
from datetime import date

import msgspec
import pytest

from slaeditor.model.checks import findings
from slaeditor.model.edits import SetTerm, name_of
from slaeditor.model.errors import ParseError, UserError
from slaeditor.model.quantities import Duration
from slaeditor.model.sentence import Sentence, capital, counted, joined, named, say, told
from slaeditor.model.text import date_text, listed
from slaeditor.shipped import sample


class Backwards:
    """A language that turns its templates around, so that it is seen what is a template and what is data."""

    code = "xx"

    def one(self, text: str, sense: str) -> str:
        return f"<{sense or text}>"

    def of(self, one: str, many: str, count: int) -> str:
        return f"<{many}>"

    def capital(self, text: str) -> str:
        return text.upper()

    def name(self, kind: str, code: str) -> str:
        return f"<{kind} {code}>"


TONGUE = Backwards()


def test_a_sentence_is_its_english() -> None:
    made = say("{place} is empty.", place="Services")
    assert made == "Services is empty."
    assert hash(made) == hash("Services is empty.")
    assert say("Braces {…} stay.") == "Braces {…} stay."


def test_it_is_told_with_its_values() -> None:
    assert told(say("{what} in {place}", what=say("Label"), place="Label"), TONGUE) == "<<Label> in Label>"
    assert told(counted("{count} row of {name}", "{count} rows of {name}", 1200, name="x"), TONGUE) == (
        "<1,200 rows of x>"
    )
    assert told("Label", TONGUE) == "Label"


def test_a_sense_is_looked_up_with_it() -> None:
    assert told(say("Order", "a rank"), TONGUE) == "<a rank>"


def test_joining_keeps_the_sentences() -> None:
    row = joined(" › ", [say("Services"), "PACS", say("Monthly fee")])
    assert row == "Services › PACS › Monthly fee"
    assert told(row, TONGUE) == "<Services> › PACS › <Monthly fee>"
    assert type(joined(", ", ["a", "b"])) is str
    assert told(listed([say("a"), "b", "c"]), TONGUE) == "<<a>, b and c>"


def test_capitals_and_names_are_the_languages_own() -> None:
    assert capital(say("counts")) == "Counts"
    assert told(capital(say("counts")), TONGUE) == "<COUNTS>"
    assert capital("counts") == "Counts"
    assert told(named("languages", "tr", "Turkish"), TONGUE) == "<languages tr>"


def test_errors_are_told_whole() -> None:
    error = UserError(say("“{file}” is gone.", file="a.pdf"), kept=say("Nothing was changed."))
    assert str(error) == "“a.pdf” is gone. Nothing was changed."
    assert told(error, TONGUE) == "<“a.pdf” is gone.> <Nothing was changed.>"
    assert told(say("Why: {error}", error=error), TONGUE) == "<Why: <“a.pdf” is gone.> <Nothing was changed.>>"


def test_quantities_dates_and_refusals_are_sentences() -> None:
    assert told(Duration(90).length(), TONGUE) == "<90 minutes>"
    assert told(Duration(60).short(), TONGUE) == "<1 h>"
    assert told(date_text(date(2027, 1, 2)), TONGUE) == "<2 <January> 2027>"
    with pytest.raises(ParseError) as refused:
        Duration.parse("4 parsecs")
    assert "<“4 parsecs”" in told(refused.value, TONGUE)


def test_findings_and_edits_speak_with_labels_and_keep_names() -> None:
    document = sample()
    service = document.services.items[0]
    words = told(name_of(document, SetTerm(("services", "items", service.id, "outcome"), "x")), TONGUE)
    assert words == f"<change of {service.name} › <Business outcome>>"
    emptied = msgspec.structs.replace(
        document, services=msgspec.structs.replace(document.services, items=document.services.items[1:])
    )
    found = findings(emptied)
    assert found
    assert all(isinstance(one.sentence, Sentence) for one in found)


def test_it_passes_between_processes() -> None:
    there = pickle.loads(pickle.dumps(joined(", ", [say("{n} h", n=4), counted("{count} a", "{count} b", 2)])))
    assert told(there, TONGUE) == "<4 h>, <2 b>"
    assert str(there) == "4 h, 2 b"


def test_a_document_takes_the_english_alone() -> None:
    kept = str(say("{n} h", n=4))
    assert type(kept) is str
    assert msgspec.json.encode(kept) == b'"4 h"'
