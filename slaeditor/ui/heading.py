"""The words in the head of the window about the open agreement."""

from __future__ import annotations

from slaeditor.model.agreement import Agreement
from slaeditor.model.lifecycle import Status
from slaeditor.ui.session import Session
from slaeditor.ui.words import tr


def title_of(document: Agreement) -> str:
    """Customer and title, or what there is of them."""
    customer = document.parties.customer.short_name or document.parties.customer.legal_name
    parts = [part for part in (customer, document.identity.title) if part]
    return " · ".join(parts) or tr("Agreement without a title")


def heading(session: Session, status: Status) -> tuple[str, str]:
    """Title and standing of the open agreement; for none, the program's name."""
    if not session.is_open:
        return "slaeditor", ""
    document = session.document
    parts = [document.identity.number] if document.identity.number else []
    if session.read_only:
        parts += [tr("revision {number}", number=session.revision), tr("read only")]
    elif not session.revision:
        parts += [tr("draft"), tr("no revision yet")]
    elif session.modified:
        parts += [tr("draft"), tr("changed since revision {number}", number=session.revision)]
    else:
        parts += [tr(status.value), tr("revision {number}", number=session.revision)]
    if not session.read_only:
        unsaved = tr("not saved: there are two versions") if session.conflicted else tr("saving …")
        parts.append(unsaved if session.unsaved else tr("all typing saved"))
    return title_of(document), " · ".join(parts)
