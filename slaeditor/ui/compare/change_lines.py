"""A comparison as lines for the eye: place in words, old and new text, direction; pure, so testable without a display."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from rapidfuzz.distance import Indel

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import Added, Change, Changed, Direction, Moved, Removed, Renamed, compare
from slaeditor.model.money_effect import Effect, effect
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.model.terms import Kind, Row, fields, is_empty
from slaeditor.ui.spoken import place as place_words
from slaeditor.ui.spoken import row_name, value_text
from slaeditor.ui.words import tr

WHOLE = 80
"""A text of at most so many characters of which hardly anything stayed is marked as a whole; in longer ones that would hide it."""

FIGURES = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.DURATION, Kind.TIME, Kind.DATE})
"""The kinds of value that count as figures."""

Mark = tuple[int, int]


@dataclass(frozen=True)
class Line:
    """One change: ``section`` and ``place`` in words, texts with the ranges that differ, and what it means for the customer."""

    path: Path
    section: str
    place: str
    what: str
    old: str
    new: str
    old_marks: tuple[Mark, ...]
    new_marks: tuple[Mark, ...]
    direction: Direction
    figure: bool
    effect: Effect | None = None


def lines(old: Agreement, new: Agreement, changes: Iterable[Change] | None = None) -> tuple[Line, ...]:
    """A line for every change from ``old`` to ``new``, in the order of the sections; ``changes`` if they are known already."""
    return tuple(_line(old, new, change) for change in (compare(old, new) if changes is None else changes))


def tally(shown: Iterable[Line]) -> dict[Direction, int]:
    """How many lines are better, worse and neutral for the customer."""
    counted = Counter(line.direction for line in shown)
    return {direction: counted[direction] for direction in Direction}


def _line(old: Agreement, new: Agreement, change: Change) -> Line:
    path = change.path
    where = new if not isinstance(change, Removed) else old
    words = place_words(where, path)
    section, place = words[0], " › ".join(words[1:]) or words[0]
    before, after, what = _texts(old, new, change)
    marks: tuple[tuple[Mark, ...], tuple[Mark, ...]] = ((), ())
    if isinstance(change, Changed | Renamed):
        marks = word_marks(before, after)
        if not before or not after:  # said where nothing was said, or no longer said
            marks = _all_of(before), _all_of(after)
        elif not any(marks):
            marks = _whole(before), _whole(after)
    figure = isinstance(change, Changed) and paths.field_at(path).kind in FIGURES
    money = effect(old, new, change)
    return Line(path, section, place, what, before, after, *marks, change.direction, figure, money)


def _whole(string: str) -> tuple[Mark, ...]:
    return _all_of(string) if len(string) <= WHOLE else ()


def _all_of(string: str) -> tuple[Mark, ...]:
    return ((0, len(string)),) if string else ()


def _texts(old: Agreement, new: Agreement, change: Change) -> tuple[str, str, str]:
    match change:
        case Added(row=row):
            return "", row_text(new, row), say("added")
        case Removed(row=row):
            return row_text(old, row), "", say("removed")
        case Moved(old=before, new=after):
            return tr("place {number}", number=before + 1), tr("place {number}", number=after + 1), say("moved")
        case Changed(path, before, after):
            declared = paths.field_at(path)
            return value_text(old, declared, before), value_text(new, declared, after), say("changed")
        case Renamed(_, before, after):
            return before, after, say("renamed")
        case _:
            assert_never(change)


def row_text(document: Agreement, row: Row) -> str:
    """A row in one paragraph: its name, then its terms that say something."""
    parts = [
        f"{tr(declared.term.label)}: {value_text(document, declared, value)}"
        for declared in fields(type(row))
        if not declared.term.names and not is_empty(value := getattr(row, declared.name)) and value is not False
    ]
    name = row_name(document, row)
    return "\n".join(([name] if name else []) + ["; ".join(parts)]).strip()


def word_marks(old: str, new: str) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """The ranges of words that only the old and only the new text have; nothing is marked where nearly everything differs."""
    before, after = _words(old), _words(new)
    if not before or not after or len(before) + len(after) < 4:
        return (), ()
    found: tuple[list[Mark], list[Mark]] = ([], [])
    same = 0
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            same += step.src_end - step.src_start
        for marks, words, start, end in (
            (found[0], before, step.src_start, step.src_end),
            (found[1], after, step.dest_start, step.dest_end),
        ):
            if step.tag != "equal" and end > start:
                first = sum(map(len, words[:start]))
                marks.append((first, first + len("".join(words[start:end]).rstrip())))
    return (tuple(found[0]), tuple(found[1])) if same * 4 >= len(before) else ((), ())


def _words(string: str) -> list[str]:
    """The words, each with the blanks that follow it."""
    parts = string.split(" ")
    return [part for part in (*(word + " " for word in parts[:-1]), parts[-1]) if part]
