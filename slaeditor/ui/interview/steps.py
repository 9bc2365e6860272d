"""The interview as steps: which questions stand together on one sheet and in what form; no Qt, so testable without a display."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from slaeditor.model import interview
from slaeditor.model.agreement import Agreement
from slaeditor.model.interview import Question, Theme
from slaeditor.model.paths import Path
from slaeditor.model.questions import THEMES, Each
from slaeditor.model.sentence import capital, say

PROPOSAL = "proposal"
"""The key of the last step, where the proposed terms are compared with the document."""

FEW = 4
"""Up to so many questions about every service stand in one table, a line a service; more get a sheet for each service."""

SERVICES: Path = ("services", "items")
BESIDE_THE_NAME = ("users", "monthly_fee")
"""What the list of services asks beside the name, because one knows it by heart."""
OF_NEED = frozenset(
    asked.field
    for catalogue in THEMES
    for asked in catalogue.questions
    if isinstance(asked, Each) and asked.of == "need"
)
_IT = say("it", "a service")
_ABOUT_IT = {
    (asked.of, asked.field): say(asked.wording, service=_IT)
    for catalogue in THEMES
    for asked in catalogue.questions
    if isinstance(asked, Each)
} | {("service", "description"): say("In a sentence or two: what is {service}?", service=_IT)}


class Form(msgspec.Struct, frozen=True):
    """Questions with one answer each, one after another.

    ``wordings`` are how they are put on this sheet: on that of a service its name need not be said again and again.
    """

    questions: tuple[Question, ...]
    wordings: tuple[str, ...]


class Line(msgspec.Struct, frozen=True):
    """One service in a table of answers; None where a question is not asked of it."""

    service: str
    name: str
    cells: tuple[Question | None, ...]


class ByService(msgspec.Struct, frozen=True):
    """A few questions asked of every service: a line a service, a column a question."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


class Rows(msgspec.Struct, frozen=True):
    """A question whose answers are rows of a table; ``beside`` has, by row, further questions that stand in its line."""

    question: Question
    wording: str = ""
    beside: tuple[tuple[str, tuple[Question, ...]], ...] = ()


Block = Form | ByService | Rows


class Step(msgspec.Struct, frozen=True):
    """One sheet of the interview: a theme, or one service within it."""

    theme: str
    service: str
    title: str
    intro: str
    blocks: tuple[Block, ...]

    @property
    def key(self) -> str:
        """What names the step: ``when``, ``services/pacs``."""
        return f"{self.theme}/{self.service}" if self.service else self.theme

    def questions(self) -> Iterator[Question]:
        """Every question of the sheet, once."""
        for block in self.blocks:
            match block:
                case Form(questions):
                    yield from questions
                case ByService(_, lines):
                    yield from (cell for line in lines for cell in line.cells if cell is not None)
                case Rows(question):
                    yield question


def steps(document: Agreement) -> tuple[Step, ...]:
    """Every sheet of the interview, in order, without the proposal at its end."""
    names = {service.id: service.name for service in document.services.items}
    return tuple(step for theme in interview.themes(document) for step in _of_theme(document, theme, names))


def _of_theme(document: Agreement, theme: Theme, names: dict[str, str]) -> Iterator[Step]:
    about: dict[str, list[Question]] = {service: [] for service in names}
    for question in theme.questions:
        if question.service in about:
            about[question.service].append(question)
    sheets = any(len(asked) > FEW for asked in about.values())
    yield Step(theme.id, "", theme.title, theme.intro, tuple(_blocks(theme, about, names, sheets=sheets)))
    if not sheets:
        return
    listed = next((question for question in theme.questions if question.path == SERVICES), None)
    for service, asked in about.items():
        described = [_described(listed, service, names[service])] if listed else []
        yield Step(theme.id, service, names[service], "", tuple(_forms([*described, *asked])))


def _blocks(theme: Theme, about: dict[str, list[Question]], names: dict[str, str], *, sheets: bool) -> Iterator[Block]:
    single: list[Question] = []
    done = False
    for question in theme.questions:
        if question.service:
            if not sheets and not done:
                done = True
                yield from _form(single)
                yield _by_service(about, names)
        elif question.columns:
            yield from _form(single)
            yield Rows(question, question.wording, _beside(about) if sheets and question.path == SERVICES else ())
        else:
            single.append(question)
    yield from _form(single)


def _form(questions: list[Question]) -> Iterator[Form]:
    if questions:
        yield Form(tuple(questions), tuple(question.wording for question in questions))
        questions.clear()


def _forms(questions: list[Question]) -> Iterator[Block]:
    single: list[Question] = []
    for question in [*questions, None]:
        if question is not None and not question.columns:
            single.append(question)
            continue
        if single:
            yield Form(tuple(single), tuple(_about_it(one) for one in single))
            single.clear()
        if question is not None:
            yield Rows(question, wording=_about_it(question))


def _about_it(question: Question) -> str:
    """The wording on the sheet of the service: “What happens when it is down?”."""
    owner = "need" if question.path[0] == "needs" else "service"
    return capital(_ABOUT_IT.get((owner, question.path[-1]), question.wording))


def _by_service(about: dict[str, list[Question]], names: dict[str, str]) -> ByService:
    columns: list[str] = []
    for asked in about.values():
        for number, question in enumerate(asked):
            if question.path[-1] not in columns:
                # where it stands among the questions of the service that has it
                before = [other.path[-1] for other in asked[:number]]
                columns.insert(
                    max((columns.index(name) + 1 for name in before if name in columns), default=0), question.path[-1]
                )
    lines = []
    for service, asked in about.items():
        by_name = {question.path[-1]: question for question in asked}
        lines.append(Line(service, names[service], tuple(by_name.get(name) for name in columns)))
    return ByService(tuple(columns), tuple(lines))


def _described(listed: Question, service: str, name: str) -> Question:
    """The description, asked on the service's own sheet because the list of services has no room for it."""
    cell = interview.cell(listed, service, "description")
    return msgspec.structs.replace(
        cell,
        service=service,
        wording=say("In a sentence or two: what is {service}?", service=name or say("this service")),
    )


def _beside(about: dict[str, list[Question]]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    return tuple(
        (service, tuple(question for name in BESIDE_THE_NAME for question in asked if question.path[-1] == name))
        for service, asked in about.items()
    )


def step_of(found: tuple[Step, ...], path: Path) -> Step | None:
    """The sheet on which the term at ``path`` is asked about; the most particular one if it stands on two."""
    best: tuple[int, Step] | None = None
    for step in found:
        for question in step.questions():
            if path[: len(question.path)] == question.path and (best is None or len(question.path) > best[0]):
                best = (len(question.path), step)
    return best[1] if best else None
