"""Answers that come as a sheet of two columns, what is asked and what is said: matched to the questions; pure functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec

from slaeditor.model import interview, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, Several, apply
from slaeditor.model.errors import ParseError
from slaeditor.model.interview import Question
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say
from slaeditor.ui.editors import typed
from slaeditor.ui.interview.pasting import plain
from slaeditor.ui.words import told, tr

Pair = tuple[str, str]


class Facts(msgspec.Struct, frozen=True):
    """One edit that notes all answers, how many they are, what was no value (by place), and what nothing asks for."""

    edit: Several
    count: int
    refused: tuple[tuple[Path, str], ...]
    unknown: tuple[str, ...]


def pairs(lines: Sequence[Sequence[str]]) -> tuple[Pair, ...]:
    """The two columns: cells side by side, or “what is asked: what is said” in one."""
    found: list[Pair] = []
    for line in lines:
        cells = [cell.strip() for cell in line if cell.strip()]
        if len(cells) == 1:
            cells = [part.strip() for part in cells[0].split(":", 1)]
        if len(cells) >= 2 and cells[0] and cells[1]:
            found.append((cells[0], cells[1]))
    return tuple(found)


def known(document: Agreement, given: Sequence[Pair]) -> bool:
    """Whether any of it is asked for."""
    names = {name for question in _asked(document) for name in _names(question)}
    return any(plain(label) in names for label, _ in given)


def take(
    document: Agreement, given: Sequence[Pair], said_by: str, said_on: date | None, new_id: Callable[[], str]
) -> Facts:
    """The answers as one edit. An answer may bring the question that another of them answers, so this goes round again."""
    edits: list[Edit] = []
    refused: list[tuple[Path, str]] = []
    left, taken = list(given), set[Path]()
    count = 0
    while left:
        asked = [question for question in _asked(document) if question.path not in taken]
        by_name: dict[str, list[Question]] = {}
        for question in asked:
            for name in _names(question):
                by_name.setdefault(name, []).append(question)
        still: list[Pair] = []
        # what can mean one question only is clear before what can mean several
        for label, text in sorted(left, key=lambda pair: len(by_name.get(plain(pair[0]), ()))):
            free = [one for one in by_name.get(plain(label), ()) if one.path not in taken]
            if not free:
                still.append((label, text))
                continue
            question = free[0]
            taken.add(question.path)
            try:
                value = typed.parse(document, question.field, text)
            except ParseError:
                refused.append((question.path, text))
                continue
            edit = interview.answer(document, question, value, said_by, said_on, new_id)
            edits.append(edit)
            document = apply(document, edit)
            count += 1
        if len(still) == len(left):
            break
        left = still
    return Facts(
        Several(say("several answers"), tuple(edits)), count, tuple(refused), tuple(label for label, _ in left)
    )


def _asked(document: Agreement) -> Iterator[Question]:
    for theme in interview.themes(document):
        yield from (question for question in theme.questions if not question.columns and not question.service)


def _names(question: Question) -> set[str]:
    """What people call it: the question itself, the term, or the term with whose it is: “Provider registration”."""
    label = question.field.term.label
    owner = paths.field_at(question.path[:-1]).term.label
    name = question.path[-1].replace("_", " ")
    named = (question.wording, told(question.wording), label, name, f"{owner} {label}", f"{owner} {name}")
    return {plain(one) for one in (*named, tr(label), f"{tr(owner)} {tr(label)}")}
