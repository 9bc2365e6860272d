"""A row that is begun: empty but for what the agreement as a whole says already."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.terms import Row, Shape, fields

R = TypeVar("R", bound=Row)


def new_row(document: Agreement, owner: type[R], identifier: str) -> R:
    """A row with that id; its time zone is the deciding one of the agreement, as long as nobody says otherwise."""
    zones = [one.name for one in fields(owner) if one.term.shape is Shape.ZONE]
    return msgspec.structs.replace(owner(id=identifier), **dict.fromkeys(zones, document.identity.provider_zone))
