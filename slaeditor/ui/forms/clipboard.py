"""Rows and cells on the clipboard: as text that Excel understands, and as complete rows for our own tables."""

from __future__ import annotations

import atexit
import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from slaeditor.model.terms import Kind, fields
from slaeditor.ui.words import tr

_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*)"(?=[\t\n]|$)|(?P<bare>[^\t\n]*)')
ROWS_TYPE = "application/x-slaeditor-rows"
"""The clipboard's format for complete rows."""


def put(text: str, rows: bytes = b"") -> None:
    """Put text on the clipboard, and with it complete rows (see ``carried``)."""
    put_as(text, ROWS_TYPE if rows else "", rows)


def put_as(text: str, kind: str, ours: bytes) -> None:
    """Put text on the clipboard, and with it the same in a format of our own."""
    data = QMimeData()
    data.setText(text)
    if kind:
        data.setData(kind, QByteArray(ours))
    if not _ours:
        atexit.register(_let_go)
    _ours[:] = [data]
    QGuiApplication.clipboard().setMimeData(data)


_ours: list[QMimeData] = []
"""What we put on the clipboard last."""


def _let_go() -> None:
    """Qt would destroy our data after Python's end, and crash; text alone it keeps in an object of its own."""
    if QGuiApplication.instance() is not None:
        board = QGuiApplication.clipboard()
        if board.mimeData() is _ours[0]:
            board.setText(board.text())
    _ours.clear()


def to_tsv(lines: Sequence[Sequence[str]]) -> str:
    """Cells as Excel copies them: tabs between, quotes where a cell holds tabs or line ends."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(lines)
    return out.getvalue()


def from_tsv(text: str) -> list[list[str]]:
    """Cells as Excel copies them; lines without any text at the end are none.

    Quotes hold a cell together only where they enclose the whole of it: a mere inch mark swallows nothing.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines: list[list[str]] = [[]]
    at, size = 0, len(text)
    while True:
        found = _CELL.match(text, at)
        assert found is not None  # the pattern matches nothing, too
        quoted = found["quoted"]
        lines[-1].append(found["bare"] if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if at >= size:
            break
        if text[at] == "\n":
            lines.append([])
        at += 1
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def repeated(lines: list[list[str]], high: int, wide: int) -> list[list[str]]:
    """The block as often as it fits into so many rows and columns, if they are a whole multiple of it; else as it is."""
    if not lines or len({len(line) for line in lines}) != 1 or not lines[0]:
        return lines
    if high % len(lines) or wide % len(lines[0]):
        return lines
    return [line * (wide // len(lines[0])) for line in lines] * (high // len(lines))


def with_new_ids(row: Any, new_id: Callable[[], str]) -> Any:
    """A copy of the row under another id, the rows inside it, too."""
    inner = {
        part.name: tuple(with_new_ids(one, new_id) for one in getattr(row, part.name))
        for part in fields(type(row))
        if part.kind is Kind.ROWS
    }
    return msgspec.structs.replace(row, id=new_id(), **inner)


def copy_named(row: Any, taken: set[str], new_id: Callable[[], str]) -> Any:
    """A duplicate: another id, and another name where a text names the row."""
    copy = with_new_ids(row, new_id)
    for part in fields(type(row)):
        if part.kind is Kind.TEXT and part.term.names and getattr(row, part.name):
            name = tr("{name} (copy)", name=getattr(row, part.name))
            number = 2
            while name in taken:
                name, number = tr("{name} (copy {number})", name=getattr(row, part.name), number=number), number + 1
            return msgspec.structs.replace(copy, **{part.name: name})
    return copy
