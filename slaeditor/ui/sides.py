"""One side of a comparison: a document that is here already, or where to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import without_internal
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


@dataclass(frozen=True)
class Side:
    """``document`` if it is known, else ``read``, called off the GUI thread.

    ``live`` sides follow the session; ``sealed`` ones have no internal terms.
    """

    label: str
    document: Agreement | None = None
    read: Callable[[], Agreement] | None = None
    live: bool = False
    sealed: bool = False

    @classmethod
    def of_session(cls, session: Session) -> Side:
        """The open document."""
        words = tr("Revision {number}", number=session.revision) if session.read_only else tr("Draft")
        return cls(words, document=session.document, live=not session.read_only)

    def load(self) -> Agreement:
        """The document; ``UserError`` when it cannot be read."""
        if self.document is not None:
            return self.document
        if self.read is None:
            raise ValueError("a side of a comparison needs a document or a way to read it")
        return self.read()


def load_both(old: Side, new: Side) -> tuple[Agreement, Agreement]:
    """Both documents; internal terms count only where both sides can have them."""
    documents = old.load(), new.load()
    if old.sealed or new.sealed:
        return without_internal(documents[0]), without_internal(documents[1])
    return documents
