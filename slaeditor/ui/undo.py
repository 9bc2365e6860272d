"""The document of a session over time: what was done to it and what can be undone; no Qt, so testable without a display."""

from __future__ import annotations

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit, apply, merge, name_of

MOST_STEPS = 1_000
"""How many steps are kept; documents share what did not change, so a step is small."""


class Step(msgspec.Struct, frozen=True):
    """One act of the person: the documents before and after it, and the edit between them unless the whole was replaced."""

    edit: Edit | None
    before: Agreement
    after: Agreement
    name: str


class Timeline:
    """The current document with the steps that led to it. Undo assigns an earlier document, nothing is computed back."""

    def __init__(self, document: Agreement) -> None:
        self.document = document
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._typing = False

    @property
    def undo_text(self) -> str:
        """What undo would take back, empty when there is nothing."""
        return self._done[-1].name if self._done else ""

    @property
    def redo_text(self) -> str:
        """What redo would do again, empty when there is nothing."""
        return self._undone[-1].name if self._undone else ""

    def do(self, edit: Edit, *, typing: bool = False) -> bool:
        """Apply an edit; False when it changes nothing. ``EditError`` leaves everything as it was.

        Edits with ``typing`` that touch the same place become one step until ``end_typing``.
        """
        before = self.document
        after = apply(before, edit)
        if after is before or after == before:
            return False
        last = self._done[-1].edit if typing and self._typing and self._done else None
        joined = merge(last, edit) if last is not None else None
        if joined is not None:
            before = self._done.pop().before
            edit = joined
        if joined is None or after != before:
            self._done.append(Step(edit, before, after, name_of(before, edit)))
            del self._done[:-MOST_STEPS]
        self._typing = typing and (joined is None or after != before)
        self._undone.clear()
        self.document = after
        return True

    def assume(self, document: Agreement, name: str) -> bool:
        """Replace the whole document, as one step with this name; False when it is the same."""
        if document == self.document:
            return False
        self._done.append(Step(None, self.document, document, name))
        self._undone.clear()
        self._typing = False
        self.document = document
        return True

    def end_typing(self) -> None:
        """What is typed next is a step of its own."""
        self._typing = False

    def undo(self) -> bool:
        """Back to the document before the last step; False when there is none."""
        if not self._done:
            return False
        step = self._done.pop()
        self._undone.append(step)
        self.document = step.before
        self._typing = False
        return True

    def redo(self) -> bool:
        """Forward again by one step; False when there is none."""
        if not self._undone:
            return False
        step = self._undone.pop()
        self._done.append(step)
        self.document = step.after
        self._typing = False
        return True
