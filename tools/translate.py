"""Brings the catalogues of the window's languages up to date: ``python -m tools.translate [--check | --new CODE]``.

Collects every text that the window can say, from the source and from what the model declares; puts new ones into each
``resources/translations/*.po``, takes away those that are gone, and compiles ``*.mo``.
"""

from __future__ import annotations

import argparse
import ast
import enum
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from slaeditor import shipped
from slaeditor.model import choices, questions
from slaeditor.model.advice.criticality import reason_template
from slaeditor.model.agreement import Agreement
from slaeditor.model.lifecycle import Action, Status
from slaeditor.model.sentence import Sentence
from slaeditor.model.terms import Field, Kind, fields
from slaeditor.ui.tongue import OWN_NAME, OWN_NAME_SENSE

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "slaeditor"
FOLDER = ROOT / "resources" / "translations"
DAY = datetime(2026, 1, 1, tzinfo=UTC)
SINGLE = {"tr", "say"}
"""Functions whose first argument is a text, and whose second or ``sense`` tells it from others alike."""
COUNTED = {"trn", "counted"}
"""Functions whose first two arguments are a text for one and for many."""


class Text(NamedTuple):
    """A text to be translated: with its form for many, and its sense, each empty where there is none."""

    one: str
    many: str = ""
    sense: str = ""


def texts() -> dict[Text, list[str]]:
    """Every text that the window can say, and the modules where it stands."""
    found: dict[Text, list[str]] = {}
    for text, where in (*_written(), *_declared()):
        places = found.setdefault(text, [])
        if where not in places:
            places.append(where)
    return {text: sorted(places) for text, places in found.items() if text.one}


def _written() -> Iterator[tuple[Text, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        where = file.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (text := literal(node)):
                yield text, where


def literal(node: ast.Call) -> Text | None:
    """The text that a call says, if it is a call that says one, and says it literally."""
    called = node.func.id if isinstance(node.func, ast.Name) else ""
    if called not in SINGLE | COUNTED or not node.args:
        return None
    given = [one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else None for one in node.args]
    if given[0] is None:
        return None
    if called in COUNTED:
        return Text(given[0], (given[1] if len(given) > 1 else None) or "")
    sense = given[1] if len(given) > 1 else None
    for keyword in node.keywords:
        if keyword.arg == "sense" and isinstance(keyword.value, ast.Constant):
            sense = str(keyword.value.value)
    return Text(given[0], "", sense or "")


def _declared() -> Iterator[tuple[Text, str]]:
    yield Text(OWN_NAME, "", OWN_NAME_SENSE), "slaeditor/ui/tongue.py"
    for owner in _types(Agreement):
        where = owner.__module__.replace(".", "/") + ".py"
        for declared in fields(owner):
            for said in _of_term(declared):
                yield Text(str(said), "", said.sense if isinstance(said, Sentence) else ""), where
    for kind in (Status, Action):
        yield from _of_choice(kind)
    yield from _of_interview()
    for known in shipped.STANDARDS:
        for rule in shipped.standard(known.id).playbook.criticality:
            yield Text(reason_template(rule.reason)), "resources/standards"


def _types(owner: type) -> list[type]:
    """A type of the document and all that it holds."""
    found = [owner]
    for declared in fields(owner):
        if declared.kind in (Kind.GROUP, Kind.ROWS):
            found += [one for one in _types(declared.type) if one not in found]
    return list(dict.fromkeys(found))


def _of_term(declared: Field) -> Iterator[str]:
    term = declared.term
    yield from (term.label, term.help, term.one, term.unit, term.if_empty, term.if_zero)
    if declared.kind in (Kind.COUNT, Kind.NUMBER) and term.unit.endswith("s"):
        yield term.unit.removesuffix("s")
    if declared.kind in (Kind.CHOICE, Kind.CHOICES):
        yield from (str(choices.choice_label(member)) for member in declared.type)


def _of_choice(kind: type[enum.Enum]) -> Iterator[tuple[Text, str]]:
    for member in kind:
        yield Text(str(choices.choice_label(member))), kind.__module__.replace(".", "/") + ".py"


def _of_interview() -> Iterator[tuple[Text, str]]:
    for theme in questions.THEMES:
        said = [theme.title, theme.intro]
        for question in theme.questions:
            said += [question.wording, question.hint]
        yield from ((Text(one), "slaeditor/model/questions.py") for one in said)


def updated(code: str) -> Catalog:
    """The catalogue of a language as it should be: all texts of today, with the translations that it has."""
    old = read(code) if (FOLDER / f"{code}.po").exists() else Catalog(code)
    new = Catalog(
        code,
        project="slaeditor",
        version="0",
        language_team="slaeditor",
        charset="utf-8",
        fuzzy=False,
        header_comment=f"# The window of slaeditor: {code}",
    )
    for text, where in sorted(texts().items(), key=lambda item: (item[1][0], item[0])):
        known = old.get((text.one, text.many) if text.many else text.one, text.sense or None)
        said = known.string if known is not None and known.string else ("", "") if text.many else ""
        if text.many and isinstance(said, str):
            said = ("",) * new.num_plurals
        new.add(
            (text.one, text.many) if text.many else text.one,
            said,
            locations=[(place, 0) for place in where],
            auto_comments=(),
            user_comments=known.user_comments if known is not None else (),
            context=text.sense or None,
        )
    return new


def read(code: str) -> Catalog:
    """The catalogue of a language as it is written."""
    with (FOLDER / f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as it is edited, without dates, so that nothing changes where nothing is new."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, include_lineno=False, omit_header=False, sort_by_file=False)
    dated = (
        b'"POT-Creation-Date',
        b'"PO-Revision-Date',
        b'"Generated-By',
        b'"Report-Msgid-Bugs-To',
        b'"Last-Translator',
    )
    return b"".join(line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(dated))


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it; its head has a date by form, always the same one."""
    buffer = io.BytesIO()
    catalog.creation_date = catalog.revision_date = DAY
    write_mo(buffer, catalog)
    return buffer.getvalue()


def codes() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(file.stem for file in FOLDER.glob("*.po"))


def main(argv: list[str] | None = None) -> int:
    """Update all catalogues, or with ``--check`` say whether they are up to date; returns the exit code."""
    parser = argparse.ArgumentParser(prog="tools.translate", description="Catalogues of the window's languages.")
    parser.add_argument("--new", metavar="CODE", help="begin a catalogue for another language (ISO 639-1)")
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 if a text is missing or left over")
    options = parser.parse_args(argv)
    late = False
    for code in sorted({*codes(), *([options.new] if options.new else [])}):
        catalog = updated(code)
        missing = [message for message in catalog if message.id and not _is_said(message.string)]
        print(f"{code}: {len(catalog)} texts, {len(missing)} without translation")
        for file, content in ((FOLDER / f"{code}.po", as_po(catalog)), (FOLDER / f"{code}.mo", _compiled(catalog))):
            late = late or not file.exists() or file.read_bytes() != content
            if not options.check:
                file.write_bytes(content)
    return 1 if options.check and late else 0


def _is_said(string: object) -> bool:
    return bool(string) and (isinstance(string, str) or all(string if isinstance(string, tuple) else ()))


def _compiled(catalog: Catalog) -> bytes:
    """Compiled from what is written, so that anybody who compiles the file gets the same bytes."""
    return as_mo(read_po(io.BytesIO(as_po(catalog)), locale=catalog.locale))


if __name__ == "__main__":
    sys.exit(main())
