"""What can happen to an agreement: the closed union of events that its append-only history is made of."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

import msgspec

from slaeditor.model.errors import DocumentError
from slaeditor.model.sentence import say

GENESIS = "0" * 64
"""What stands in place of the previous hash in front of the first event of an agreement."""


class Need(msgspec.Struct, frozen=True):
    """One approval that a revision needs: who gives it, and why."""

    id: str
    role: str
    reason: str = ""


class Signatory(msgspec.Struct, frozen=True):
    """One person whose signature the issued document needs; ``party`` is "provider" or "customer"."""

    id: str
    name: str
    party: str = ""


class Happening(msgspec.Struct, frozen=True, kw_only=True, tag_field="event", forbid_unknown_fields=True):
    """What all events share: the instant (always with its zone) and the person."""

    at: datetime
    by: str


class Created(Happening, frozen=True, tag="created"):
    """The agreement was begun; ``origin`` is the content hash of the standard's revision that it started from."""

    agreement: str
    origin: str = ""


class Imported(Happening, frozen=True, tag="imported"):
    """The history so far came from a file; as a copy it stands for a new agreement and starts again as a draft."""

    agreement: str
    copy: bool = False


class Committed(Happening, frozen=True, tag="committed"):
    """A revision was saved; ``revision`` is its content hash, ``stored`` the SHA-256 of the whole JSON as stored."""

    ordinal: int
    revision: str
    stored: str
    message: str


class Submitted(Happening, frozen=True, tag="submitted"):
    """A revision was put up for review; without needed approvals it is approved at once."""

    revision: str
    needed: tuple[Need, ...] = ()
    note: str = ""


class Approved(Happening, frozen=True, tag="approved"):
    """One needed approval was given, bound to the revision's hash."""

    revision: str
    need: str
    comment: str = ""


class Rejected(Happening, frozen=True, tag="rejected"):
    """A reviewer refused the revision; the reason is obligatory."""

    revision: str
    reason: str


class Withdrawn(Happening, frozen=True, tag="withdrawn"):
    """The author took the revision back from review, approval or issue."""

    revision: str
    reason: str = ""


class Issued(Happening, frozen=True, tag="issued"):
    """The PDF for signature was made; ``document`` is its SHA-256."""

    revision: str
    signatories: tuple[Signatory, ...]
    document: str = ""


class Signed(Happening, frozen=True, tag="signed"):
    """One signatory signed on the civil date ``on``; ``document`` is the SHA-256 of the signed PDF."""

    revision: str
    signatory: str
    on: date
    document: str = ""


class Terminated(Happening, frozen=True, tag="terminated"):
    """The agreement ends: from ``on`` it is no longer in force."""

    on: date
    reason: str
    party: str = ""


class Superseded(Happening, frozen=True, tag="superseded"):
    """Another agreement replaces this one from ``on``."""

    on: date
    successor: str


class Acknowledged(Happening, frozen=True, tag="acknowledged"):
    """Someone took note of a finding on a revision and lets it stand, with the reason."""

    revision: str
    rule: str
    place: str
    reason: str


class Archived(Happening, frozen=True, tag="archived"):
    """The agreement was put out of sight in the library, or (``hidden`` false) brought back."""

    hidden: bool = True


Event = (
    Created
    | Imported
    | Committed
    | Submitted
    | Approved
    | Rejected
    | Withdrawn
    | Issued
    | Signed
    | Terminated
    | Superseded
    | Acknowledged
    | Archived
)

_encoder = msgspec.json.Encoder(order="sorted")
_decoder: msgspec.json.Decoder[Event] = msgspec.json.Decoder(Event)


def encode(event: Event) -> bytes:
    """The canonical JSON of an event: UTF-8, sorted keys, no blanks."""
    return _encoder.encode(event)


def decode(data: bytes | str) -> Event:
    """The event that the JSON describes; ``DocumentError`` when it is none."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DocumentError(say("This is not an event of an agreement's history: {error}.", error=error)) from error


def link(previous: str, body: bytes) -> str:
    """The hash of a chain's next link: SHA-256, as hex, of the previous link's hash and the event's canonical JSON."""
    return hashlib.sha256(previous.encode() + body).hexdigest()
