"""slaeditor on the command line: which commands there are, and how faults are told."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from slaeditor import commands
from slaeditor.model.errors import UserError

PROGRAM = "slaeditor"
FINE, FOUND, BAD = 0, 1, 2


class _Parser(argparse.ArgumentParser):
    """Tells a wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD, f"{PROGRAM}: {message} (see {self.prog} --help)\n")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that takes longer than all else here."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version

        print(PROGRAM, version(PROGRAM))
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    top = _Parser(
        prog=PROGRAM, description="Customer-based service level agreements. Without a command the window opens."
    )
    top.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    _common(top, commands.window, default=None)
    found = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: commands.Command, help: str) -> argparse.ArgumentParser:
        sub = found.add_parser(name, help=help, description=help)
        _common(sub, run, default=argparse.SUPPRESS)
        return sub

    agreement = "number or id of an agreement; @3 names its revision 3, @draft its draft, nothing the newest revision"
    demo = command("demo", commands.demo, "the whole job on the sample: answers, agreement, revision, PDF and workbook")
    demo.add_argument("folder", type=Path, metavar="DIR", help="where the files go")
    _force(demo)

    new = command("new", commands.new, "a new agreement from interview answers; prints its number")
    new.add_argument(
        "--standard", metavar="S", help="the standard it starts from; default: the one that the answers name"
    )
    new.add_argument("--answers", type=Path, metavar="F", required=True, help="the answers (JSON)")

    list_ = command("list", commands.show_list, "the agreements of the library")
    list_.add_argument("text", nargs="*", help="words that number, title or customer must begin with")

    show = command("show", commands.show, "one document as canonical JSON")
    show.add_argument("agreement", metavar="A[@R]", help=agreement)

    command("schema", commands.schema, "the JSON Schema of the document")

    put = command("put", commands.put, "a document from a file as a new revision")
    put.add_argument("file", type=Path, metavar="FILE")
    put.add_argument("-m", "--message", required=True, help="what changed, and why")
    put.add_argument(
        "--as",
        dest="agreement",
        metavar="A",
        help="the agreement; default: the one with the document's number, or a new one",
    )

    check = command("check", commands.check, "what a document lacks or contradicts; exit 1 if there are errors")
    check.add_argument("agreement", metavar="A[@R]", help=f"{agreement}; or a file, or standard:NAME")

    compare = command("compare", commands.compare, "the changes from one document to another; exit 1 if there are any")
    for side in ("old", "new"):
        compare.add_argument(
            side,
            metavar=side.upper(),
            help=f"{agreement}; or a file (document, agreement file or PDF), or standard:NAME",
        )

    deadline = command(
        "deadline", commands.deadline, "what is promised by when for a report, with the counting explained"
    )
    deadline.add_argument("agreement", metavar="A[@R]", help=f"{agreement}; or a file, or standard:NAME")
    deadline.add_argument(
        "--at",
        required=True,
        metavar="T",
        help="when it is reported: “2027-02-26 16:40”, with an offset or a zone behind it if it is not that of the support hours, or “now”",
    )
    deadline.add_argument("--priority", metavar="P", help="a priority by code or id; or else:")
    deadline.add_argument("--impact", metavar="I", help="an impact level by code or id")
    deadline.add_argument("--urgency", metavar="U", help="an urgency level by code or id")
    deadline.add_argument(
        "--service", metavar="S", help="a service by code, name or id; default: the times of all services"
    )
    deadline.add_argument(
        "--work", choices=("incident", "request", "change"), default="incident", help="the kind of work"
    )
    deadline.add_argument(
        "--channel", metavar="C", help="how it is reported, by name or id; default: recorded by monitoring"
    )
    deadline.add_argument(
        "--pause",
        action="append",
        default=[],
        metavar="T/T",
        help="a stretch in which the clock stands: “2027-02-26 16:50/17:30”; may be repeated",
    )

    export = command("export", commands.export, "an agreement as PDF or workbook")
    export.add_argument("agreement", metavar="A[@R]", help=agreement)
    export.add_argument(
        "--acknowledged", action="store_true", help="with an annex of the findings that were acknowledged, and why"
    )
    export.add_argument("--pdf", type=Path, metavar="F")
    export.add_argument("--xlsx", type=Path, metavar="F")
    _force(export)

    backup = command("backup", commands.backup, "the whole library into a file")
    backup.add_argument("file", type=Path, metavar="F")
    _force(backup)

    restore = command(
        "restore", commands.restore, "a backup into the library's place; what was there is kept beside it"
    )
    restore.add_argument("file", type=Path, metavar="F")

    command("doctor", commands.doctor, "whether every hash and chain of the library is sound; exit 1 if not")
    return top


def _common(to: argparse.ArgumentParser, run: commands.Command, default: str | None) -> None:
    to.add_argument(
        "--library", type=Path, metavar="PATH", default=default, help="the library file; default: this person's own"
    )
    to.add_argument("--user", metavar="NAME", default=default, help="the name under which things are done")
    to.add_argument("--json", action="store_true", default=False if default is None else default, help="print JSON")
    to.set_defaults(run=run)


def _force(to: argparse.ArgumentParser) -> None:
    to.add_argument("--force", action="store_true", help="replace files that exist")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; ``argv`` defaults to the process's own arguments."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names are in every script, whatever the terminal's language
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except UserError as error:
        print(f"{PROGRAM}: {' '.join(str(error).split())}", file=sys.stderr)
        return BAD
    except BrokenPipeError:
        # Whoever read the output has had enough; nothing may be written to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return 130
    return code
