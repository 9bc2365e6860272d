"""The words in the head of the window about the open agreement."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model.agreement import Agreement
from slaeditor.model.lifecycle import Status
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


def title_of(document: Agreement) -> str:
    """Customer and title, or what there is of them."""
    customer = document.parties.customer.short_name or document.parties.customer.legal_name
    parts = [part for part in (customer, document.identity.title) if part]
    return " · ".join(parts) or tr("Agreement without a title")


@dataclass(frozen=True)
class Heading:
    """Title, what stands below it, and the status that goes before that; None where there is none to tell.

    ``brief`` is what is shown below where the whole does not fit.
    """

    title: str
    below: str
    status: Status | None = None
    brief: str = ""


def heading(session: Session, status: Status, standing: str = "") -> Heading:
    """Title and standing of the open agreement; for none, the program's name. ``standing``: whether it can be issued."""
    if not session.is_open:
        return Heading("slaeditor", "")
    document = session.document
    parts = [document.identity.number] if document.identity.number else []
    if session.read_only:
        parts += [tr("revision {number}", number=session.revision), tr("read only")]
        return Heading(title_of(document), " · ".join(parts))
    if not session.revision:
        parts.append(tr("no revision yet"))
    elif session.modified:
        parts.append(tr("changed since revision {number}", number=session.revision))
    else:
        parts.append(tr("revision {number}", number=session.revision))
    unsaved = tr("not saved: there are two versions") if session.conflicted else tr("saving …")
    parts.append(unsaved if session.unsaved else tr("all typing saved"))
    if standing:
        parts.append(standing)
    return Heading(title_of(document), " · ".join(parts), status, " · ".join(parts[-2:]))
