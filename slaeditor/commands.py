"""What each command does: handed the parsed options, it prints its result and returns the exit code."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slaeditor import making, named, personal
from slaeditor.model.errors import UserError

if TYPE_CHECKING:
    pass

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def out(value: Any) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))  # dates and instants as ISO 8601


def window(options: Namespace) -> int:
    """Open the window; ``UserError`` where there is no display for one."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS)):
        raise UserError(
            "There is no display for the window.",
            remedy="Without one, “slaeditor demo DIR” works the sample through, and --help names the other commands.",
        )
    from slaeditor import qt

    qt.load()
    from slaeditor.app import main

    place = ["--library", str(options.library)] if options.library else []
    return main([*place, *(["--as", options.user] if options.user else [])])


def new(options: Namespace) -> int:
    """Answers to an agreement with its first revision; prints its number."""
    from slaeditor import shipped
    from slaeditor.model import answers

    with named.naming(options.answers):
        given = answers.read(named.read(options.answers))
        made = shipped.made(given, standard=options.standard or given.standard)
    with named.open_library(options.library, create=True) as library:
        document, agreement = making.store(library, made.document, author_of(options), making.FIRST_MESSAGE)
    if options.json:
        identity = document.identity
        out(
            {
                "id": agreement,
                "number": identity.number,
                "revision": 1,
                "proposals": len(made.proposals),
                "taken": list(made.taken),
            }
        )
    else:
        print(document.identity.number)
    return 0


def author_of(options: Namespace) -> str:
    """The name under which things are done."""
    from slaeditor.person import person

    return options.user or person()


def show_list(options: Namespace) -> int:
    """The agreements of the library."""
    from slaeditor.storage.records import Filter

    with named.open_library(options.library) as library:
        rows = library.agreements(Filter(today=making.now().date(), text=" ".join(options.text)))
    if options.json:
        out([{name: getattr(row, name) for name in row.__struct_fields__} for row in rows])
    else:
        _table(("Number", "Customer", "Status", "Revision", "Effective", "Expires"),
               [(row.number or row.id, row.customer, row.status.value + ("*" if row.has_changes else ""), str(row.revision or "–"),
                 str(row.effective or "–"), str(row.expires or "–")) for row in rows])  # fmt: skip
    return 0


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(line[number]) for line in (heads, *rows)) for number in range(len(heads))]
    for line in (heads, *rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def show(options: Namespace) -> int:
    """One document as canonical JSON."""
    from slaeditor.model.canonical import to_json

    with named.open_library(options.library) as library:
        print(to_json(named.in_library(library, options.agreement).document).decode())
    return 0


def schema(options: Namespace) -> int:
    """The JSON Schema of the document."""
    from slaeditor.model.canonical import schema as describe

    out(describe())
    return 0


def put(options: Namespace) -> int:
    """A file's document as a new revision, of the agreement named or of the one with its number, or as a new agreement."""
    from slaeditor.model.checks import open_findings

    document = named.read_document(options.file)
    author = author_of(options)
    with named.open_library(options.library, create=True) as library:
        number = document.identity.number
        if not options.agreement and not (number and making.has_agreement(library, number)):
            document, agreement = making.store(library, document, author, options.message)
            number, ordinal = document.identity.number, 1
        else:
            agreement = library.find(options.agreement or number)
            working = library.load(agreement)
            if working.has_changes and working.document != document:
                raise UserError(
                    f"{working.document.identity.number or agreement} has changes in its draft that are in no revision.",
                    kept="Nothing was stored.",
                    remedy="Save or discard them first.",
                )
            revision, _ = library.commit(
                agreement,
                document,
                author=author,
                message=options.message,
                at=making.now(),
                expected_version=working.version,
                findings=len(open_findings(document)),
            )
            ordinal = revision.ordinal
    if options.json:
        out({"id": agreement, "number": number, "revision": ordinal})
    else:
        print(f"{number or agreement}@{ordinal}")
    return 0


def check(options: Namespace) -> int:
    """The findings of a document; 1 when there are errors."""
    from slaeditor import checking
    from slaeditor.model.checks import acknowledging, findings

    document, past = checking.asked_for(options.library, options.agreement)
    found = findings(document, past)
    standing = acknowledging.standing(document, found)
    if options.json:
        out([checking.described(document, one) for one in found])
    else:
        for one in found:
            print(checking.line(document, one))
        print(standing.why_not or "May be issued: nothing is left to mend or to acknowledge.")
    return 1 if standing.errors else 0


def compare(options: Namespace) -> int:
    """The changes between two documents; 1 when there are any."""
    from slaeditor import comparing
    from slaeditor.model.canonical import without_internal
    from slaeditor.model.compare import compare as differences

    found = [named.anything(options.library, name) for name in (options.old, options.new)]
    sealed = any(one.sealed for one in found)
    old, new = (without_internal(one.document) if sealed else one.document for one in found)
    changes = differences(old, new)
    if options.json:
        out([comparing.plain(change) for change in changes])
    else:
        for change in changes:
            print(comparing.words(old, new, change))
    return 1 if changes else 0


def deadline(options: Namespace) -> int:
    """What is promised by when for a report, with the counting explained."""
    from slaeditor import deadlines
    from slaeditor.model.clock.public_holidays import public_holidays
    from slaeditor.model.what_if.answer import answer

    document = named.anything(options.library, options.agreement).document
    found = answer(document, deadlines.report_of(options, document, making.now()), public_holidays)
    if options.json:
        out(deadlines.plain(found))
    else:
        for line in deadlines.lines(found):
            print(line)
    return 0


def export(options: Namespace) -> int:
    """An agreement as PDF, as workbook, or as both."""
    wanted: dict[str, Path] = {
        ending: target for ending, target in (("pdf", options.pdf), ("xlsx", options.xlsx)) if target is not None
    }
    if not wanted:
        raise UserError("Nothing to export.", remedy="Say --pdf FILE, --xlsx FILE or both.")
    for target in wanted.values():
        if target.exists() and not options.force:
            raise UserError(
                f"“{target}” exists already.", kept="It was not touched.", remedy="Use --force to replace it."
            )
    logo = personal.logo() if "pdf" in wanted else b""
    with named.open_library(options.library) as library:
        found = named.in_library(library, options.agreement)
        written = making.render_to(
            library, found, wanted, overwrite=options.force, logo=logo, annex=options.acknowledged
        )
    _written(options, written)
    return 0


def _written(options: Namespace, targets: Sequence[Path]) -> None:
    if options.json:
        out({"written": [str(target) for target in targets]})
    else:
        for target in targets:
            print(target)


def backup(options: Namespace) -> int:
    """The whole library into a file."""
    with named.open_library(options.library) as library:
        library.backup(options.file, overwrite=options.force)
    _written(options, [options.file])
    return 0


def restore(options: Namespace) -> int:
    """A backup into the library's place; the library that was there is kept beside it."""
    from slaeditor.storage.library import default_path
    from slaeditor.storage.library import restore as put_back

    library = options.library or default_path()
    kept = put_back(library, options.file)
    if options.json:
        out({"library": str(library), "kept": str(kept) if kept else None})
    else:
        print(library)
        if kept:
            print(f"The library that was there is kept as {kept}.")
    return 0


def doctor(options: Namespace) -> int:
    """Every hash and chain of the library; 1 when something is wrong."""
    with named.open_library(options.library) as library:
        problems = library.doctor()
    if options.json:
        out([{"where": problem.where, "what": problem.what} for problem in problems])
    else:
        for problem in problems:
            print(f"{problem.where}: {problem.what}")
        if not problems:
            print("Everything is sound.")
    return 1 if problems else 0


def demo(options: Namespace) -> int:
    """The whole job on the sample, into a folder."""
    from slaeditor.demonstration import demonstrate

    steps = demonstrate(options.folder, author_of(options), overwrite=options.force)
    if options.json:
        out([{"what": what, "file": str(target)} for what, target in steps])
    else:
        for what, target in steps:
            print(f"{what}: {target}")
    return 0


Command = Callable[[Namespace], int]
