"""Which lines of a comparison are shown, how many each filter would show, and the lines as text; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from slaeditor.model.compare import Direction
from slaeditor.model.summary import fold
from slaeditor.ui.compare.change_lines import Line
from slaeditor.ui.compare.effect_words import formula, headline
from slaeditor.ui.words import told, tr


class Which(StrEnum):
    """Which changes are shown."""

    ALL = "all"
    FIGURES = "figures only"
    WORSE = "worse for the customer"
    BETTER = "better for the customer"


@dataclass(frozen=True)
class Choice:
    """A filter by kind, by section (empty: all) and by words, of which each must occur somewhere in the line."""

    which: Which = Which.ALL
    section: str = ""
    words: str = ""


def chosen(lines: Sequence[Line], choice: Choice) -> list[Line]:
    """The lines that the choice lets through."""
    wanted = fold(choice.words).split()
    return [
        line
        for line in lines
        if _fits(line, choice.which)
        and (not choice.section or line.section == choice.section)
        and (not wanted or _says(line, wanted))
    ]


def counts(lines: Sequence[Line], choice: Choice) -> Mapping[Which, int]:
    """How many lines each kind of filter would show, section and words staying as they are."""
    rest = chosen(lines, replace(choice, which=Which.ALL))
    return {which: sum(_fits(line, which) for line in rest) for which in Which}


def sections(lines: Sequence[Line], choice: Choice) -> Mapping[str, int]:
    """Every section that differs, in their order, with how many of its lines the rest of the choice lets through."""
    found = Counter(line.section for line in chosen(lines, replace(choice, section="")))
    return {section: found[section] for section in dict.fromkeys(line.section for line in lines)}


def as_text(lines: Iterable[Line]) -> str:
    """The lines for an e-mail: by section, each with what was, what is, and what it means."""
    parts: list[str] = []
    section = ""
    for line in lines:
        if line.section != section:
            section = line.section
            parts += [*([""] if parts else []), section]
        parts.append(f"- {_sentence(line)}")
    return "\n".join(parts)


def _sentence(line: Line) -> str:
    old, new = (" / ".join(side.split("\n")) for side in (line.old, line.new))
    match line.what:
        case "added":
            said = tr("{place}: added ({row})", place=line.place, row=new)
        case "removed":
            said = tr("{place}: removed ({row})", place=line.place, row=old)
        case _:
            said = f"{line.place}: {old or tr('(empty)')} → {new or tr('(empty)')}"
    match line.direction:
        case Direction.BETTER:
            said += " – " + tr("better for the customer")
        case Direction.WORSE:
            said += " – " + tr("worse for the customer")
        case _:
            pass
    return said if line.effect is None else f"{said}; {headline(line.effect)} ({formula(line.effect)})"


def _fits(line: Line, which: Which) -> bool:
    match which:
        case Which.ALL:
            return True
        case Which.FIGURES:
            return line.figure
        case Which.WORSE:
            return line.direction is Direction.WORSE
        case Which.BETTER:
            return line.direction is Direction.BETTER


def _says(line: Line, wanted: Sequence[str]) -> bool:
    text = fold(f"{line.section}\n{line.place}\n{told(line.what)}\n{line.old}\n{line.new}")
    return all(word in text for word in wanted)
