"""References: which table a field's ids belong to, what the rows are called, and which references lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from slaeditor.model import paths
from slaeditor.model.agreement import SECTIONS, Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.metric_sheet import metric_sheet
from slaeditor.model.paths import Path
from slaeditor.model.tables import stored_rows
from slaeditor.model.terms import Kind, Row, Shape

REFERENCE_IN_TEXT = re.compile(r"\{(value|clause|section):([^{}\r\n]+)\}")
"""A reference inside clause text: ``{value:review.interval_months}``, ``{clause:liability}``, ``{section:targets}``.

It stands in one line: a brace that was left open takes no paragraph with it.
"""


def rows_of(document: Agreement, collection: str) -> tuple[Row, ...]:
    """The rows that a reference to ``collection`` may name."""
    return metric_sheet(document) if collection == "metrics" else stored_rows(document, collection)


def row(document: Agreement, collection: str, identifier: str | None) -> Row | None:
    """The row that the reference names, or None when it leads nowhere."""
    return next((candidate for candidate in rows_of(document, collection) if candidate.id == identifier), None)


def dangling(document: Agreement) -> Iterator[tuple[Path, str]]:
    """Every reference that leads nowhere: the path of the term that holds it, and the id or place it names."""
    known: dict[str, frozenset[str]] = {}

    def missing(collection: str, identifier: str) -> bool:
        if collection not in known:
            known[collection] = frozenset(candidate.id for candidate in rows_of(document, collection))
        return identifier not in known[collection]

    for path, declared, value in paths.walk(document):
        if value is None or value == "":
            continue
        match declared.kind:
            case Kind.REFERENCE:
                if missing(declared.term.refers, value):
                    yield path, value
            case Kind.REFERENCES:
                yield from ((path, identifier) for identifier in value if missing(declared.term.refers, identifier))
            case Kind.DURATION:
                if value.calendar is not None and missing("calendars", value.calendar):
                    yield path, value.calendar
            case Kind.TEXT if declared.term.shape is Shape.RICH and not declared.term.internal:
                for what, where in REFERENCE_IN_TEXT.findall(value):
                    if not _leads_somewhere(document, what, where, missing):
                        yield path, f"{what}:{where}"
            case Kind.TEXT if declared.term.shape is Shape.PATH and "*" not in value:
                if not _is_place(document, value):
                    yield path, value


def _is_place(document: Agreement, text: str) -> bool:
    try:
        return paths.exists(document, paths.parse(text))
    except EditError:
        return False


def _leads_somewhere(document: Agreement, what: str, where: str, missing: Callable[[str, str], bool]) -> bool:
    if what == "value":
        return _is_place(document, where)
    if what == "section":
        return where in SECTIONS
    return not missing("clauses", where)
