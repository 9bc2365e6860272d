"""The faults of input and environment, told apart from our own bugs."""

from __future__ import annotations

from slaeditor.model.sentence import joined


class UserError(Exception):
    """What a person can mend: says what happened and where, what was kept, and what to do.

    ``str()`` gives one line, a ``Sentence`` if the parts are. Everything that is not a ``UserError`` is a bug and ends in the crash dialog.
    """

    def __init__(self, what: str, *, kept: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.kept = kept
        self.remedy = remedy

    def __str__(self) -> str:
        return joined(" ", [part for part in (self.what, self.kept, self.remedy) if part])


class DocumentError(UserError):
    """A document that cannot be read: bad JSON, a wrong type, an unknown format, an id used twice."""


class ParseError(UserError):
    """A typed value that is not understood; the text stays where it was typed."""


class EditError(UserError):
    """An edit whose place does not exist in the document it is applied to."""
