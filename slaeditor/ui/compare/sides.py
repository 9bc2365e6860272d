"""One side of a comparison: a document that is here already, or where to read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import without_internal
from slaeditor.ui.ports import LibraryPort
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
    key: str = ""
    """What tells one side from another however it is called: ``revision 2``, ``draft``; its label if there is nothing better."""

    @classmethod
    def of_session(cls, session: Session) -> Side:
        """The open document."""
        if session.read_only:
            return cls.of_revision(session.revision, session.document)
        return cls(tr("Draft"), document=session.document, live=True, key="draft")

    @classmethod
    def of_revision(
        cls,
        number: int,
        document: Agreement | None = None,
        *,
        message: str = "",
        read: Callable[[], Agreement] | None = None,
    ) -> Side:
        """A revision of the open agreement."""
        return cls(revision_words(number, message), document=document, read=read, key=f"revision {number}")

    @classmethod
    def of_agreement(cls, library: LibraryPort, agreement: str, words: str) -> Side:
        """The newest document of an agreement of the library."""
        return cls(words, read=lambda: library.working(agreement).document, key=f"agreement {agreement}")

    def is_same(self, other: Side) -> bool:
        """Whether it is the same choice as the other, though its words may differ."""
        return (self.key or self.label) == (other.key or other.label)

    def load(self) -> Agreement:
        """The document; ``UserError`` when it cannot be read."""
        if self.document is not None:
            return self.document
        if self.read is None:
            raise ValueError("a side of a comparison needs a document or a way to read it")
        return self.read()


def revision_words(number: int, message: str = "") -> str:
    """“Revision 2: Prices of 2027”."""
    if not message:
        return tr("Revision {number}", number=number)
    return tr("Revision {number}: {message}", number=number, message=message)


def load_both(old: Side, new: Side) -> tuple[Agreement, Agreement]:
    """Both documents; internal terms count only where both sides can have them."""
    documents = old.load(), new.load()
    if old.sealed or new.sealed:
        return without_internal(documents[0]), without_internal(documents[1])
    return documents
