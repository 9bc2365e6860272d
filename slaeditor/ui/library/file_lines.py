"""What is said of a file that was brought: taken in, verified or refused, and what can be done next; pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path
from typing import Final, assert_never

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import UserError
from slaeditor.ui.files import read_file
from slaeditor.ui.ports import LibraryPort
from slaeditor.ui.records import AlreadyThere, Known, Verdict
from slaeditor.ui.words import told, tr

LIBRARY: Final = b"SQLite format 3\0"
"""How the file of a library begins."""

MOST_BYTES: Final = 200_000_000


class Tone(enum.Enum):
    """How the outcome is to be taken; each has an icon of its own, so that the colour never stands alone."""

    GOOD = "good"
    CAREFUL = "careful"
    BAD = "bad"


class Offer(enum.Enum):
    """What can be done with a file next."""

    OPEN = "open"
    REVISION = "revision"
    IMPORT = "import"
    COPY = "copy"
    COMPARE = "compare"


@dataclass(frozen=True)
class Taken:
    """An agreement file that is in the library now, or (``already``) was before; ``data`` can be imported as a copy."""

    agreement: str
    already: bool = False
    data: bytes = b""


@dataclass(frozen=True)
class Refused:
    """Why a file was not taken."""

    why: str


Outcome = Taken | Refused | Verdict


@dataclass(frozen=True)
class Line:
    """One file: its name, what is to be said of it, what can be done, and with which agreement and revision."""

    name: str
    tone: Tone
    words: str
    offers: tuple[Offer, ...] = ()
    agreement: str = ""
    ordinal: int = 0


def is_pdf(data: bytes) -> bool:
    """Whether these bytes are those of a PDF."""
    return data.lstrip()[:5] == b"%PDF-"


def content(source: Path) -> bytes:
    """What a file holds; ``UserError`` when it cannot be read, is far too large for an agreement, or is a library."""
    try:
        size = source.stat().st_size
    except OSError:
        size = 0  # what is wrong with it is said when it is read
    if size > MOST_BYTES:
        raise UserError(tr("It is too large for an agreement: {size} MB.", size=f"{size // 1_000_000:,}"))
    data = read_file(source)
    if data.startswith(LIBRARY):
        raise UserError(tr("This is a whole library: “Open library…” in the menu File opens it."))
    return data


def take(library: LibraryPort, source: Path) -> Outcome:
    """Verify a PDF, or take in an agreement file or document; called off the GUI thread."""
    try:
        data = content(source)
        if is_pdf(data):
            return library.verify(data)
        try:
            return Taken(library.import_file(data))
        except AlreadyThere as error:
            return Taken(error.existing, already=True, data=data)
    except UserError as error:
        return Refused(told(error))


def line(name: str, outcome: Outcome) -> Line:
    """What is said of the file of that name."""
    match outcome:
        case Taken(agreement=agreement, already=True):
            words = tr("This agreement is in the library already.")
            return Line(name, Tone.CAREFUL, words, (Offer.OPEN, Offer.COPY), agreement)
        case Taken(agreement=agreement):
            return Line(name, Tone.GOOD, tr("Imported."), (Offer.OPEN,), agreement)
        case Refused(why=why):
            return Line(name, Tone.BAD, why)
        case Verdict():
            return _verified(name, outcome)
        case _:
            assert_never(outcome)


def _verified(name: str, verdict: Verdict) -> Line:
    document, known = verdict.document, verdict.known
    if document is None:
        return Line(name, Tone.BAD, tr("This PDF was not written by slaeditor."))
    if not verdict.intact:
        said = (
            tr("This PDF was changed after its export: the data in it does not have the hash that stands on its pages.")
            if verdict.changed
            else tr("This PDF carries an agreement, but no hash that it could be checked against.")
        )
        tone = Tone.BAD if verdict.changed else Tone.CAREFUL
        return Line(name, tone, said, (Offer.COMPARE,) if known else (), known.agreement if known else "")
    what = tr("This is {revision} of {agreement}, its data unchanged", revision=_revision(verdict.revision),
              agreement=known.called if known else called(document))  # fmt: skip
    if known is None:
        return Line(name, Tone.CAREFUL, tr("{what}; it is not in this library.", what=what), (Offer.IMPORT,))
    if not known.same:
        words = tr("{what}; the library has this agreement, but not with these terms.", what=what)
        return Line(name, Tone.CAREFUL, words, (Offer.COMPARE, Offer.IMPORT), known.agreement)
    return _known(name, known)


def _known(name: str, known: Known) -> Line:
    if not known.ordinal:
        words = tr("This is the draft of {agreement} as it stands in this library, its data unchanged.",
                   agreement=known.called)  # fmt: skip
        return Line(name, Tone.GOOD, words, (Offer.OPEN,), known.agreement)
    words = tr(
        "This is revision {number} of {agreement}, its data unchanged; it is in this library.",
        number=known.ordinal,
        agreement=known.called,
    )
    if known.ordinal < known.newest:
        newer = tr("The newest is revision {number}.", number=known.newest)
        offers = (Offer.REVISION, Offer.OPEN)
        return Line(name, Tone.GOOD, f"{words} {newer}", offers, known.agreement, known.ordinal)
    return Line(name, Tone.GOOD, words, (Offer.OPEN,), known.agreement)


def called(document: Agreement) -> str:
    """Number and customer of a document that is in no library."""
    parts = (document.identity.number, document.parties.customer.legal_name)
    return " · ".join(part for part in parts if part) or document.identity.title or tr("an agreement without a title")


def _revision(label: str) -> str:
    """“revision 2”, “a draft after revision 2”, “a draft”."""
    number, _, changes = label.partition(" ")
    if not number.isdecimal():
        return tr("a draft")
    if changes:
        return tr("a draft after revision {number}", number=number)
    return tr("revision {number}", number=number)
