"""The tables whose rows are named elsewhere by their ids."""

from __future__ import annotations

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.model.terms import Row

COLLECTIONS: dict[str, Path] = {
    "calendars": ("hours", "calendars"),
    "services": ("services", "items"),
    "sites": ("parties", "customer", "sites"),
    "contacts": ("parties", "contacts"),
    "impacts": ("priorities", "impacts"),
    "urgencies": ("priorities", "urgencies"),
    "priorities": ("priorities", "levels"),
    "targets": ("targets", "items"),
    "channels": ("channels", "items"),
    "reports": ("review", "reports"),
    "clauses": ("legal", "clauses"),
}
"""The tables that references name; the collection "metrics" is computed (see ``metric_sheet``)."""

METRICS: Path = ("metrics", "items")
"""The table of the metrics that the document adds to the computed ones."""


def stored_rows(document: Agreement, collection: str) -> tuple[Row, ...]:
    """The rows of one of the ``COLLECTIONS`` that stand in the document."""
    found: tuple[Row, ...] = paths.find(document, COLLECTIONS[collection])
    return found
