"""One look into the library: the rows of a filter, or of those that hold the words sought, with the place where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from slaeditor.ui.ports import LibraryPort
from slaeditor.ui.records import Group, Hit, LibraryRow, Query

MOST_PLACES: Final = 300
"""More places than this nobody looks through; more words narrow them."""


@dataclass(frozen=True)
class Found:
    """What a look brought: the rows to show, what they answer to, the first hit of each, and whether there are more."""

    rows: Sequence[LibraryRow]
    query: Query
    hits: Mapping[str, Hit] = field(default_factory=dict)
    more: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is no agreement at all."""
        return not self.rows and self.query == Query()


def look(library: LibraryPort, group: Group, text: str) -> Found:
    """Read the library; called off the GUI thread."""
    if not text:
        query = Query(group=group)
        return Found(library.rows(query), query)
    places = library.search(text, limit=MOST_PLACES)
    hits: dict[str, Hit] = {}
    for hit in places:
        hits.setdefault(hit.agreement, hit)
    query = Query(group=group, text=text, also=tuple(hits))
    return Found(library.rows(query), query, hits, len(places) >= MOST_PLACES)
