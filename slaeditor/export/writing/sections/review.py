"""The clause on reporting and review."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.tables import Look, table
from slaeditor.export.writing.writer import Writer

_GROUPS = (
    ("Review of this Agreement", ("interval_months", "next_review")),
    ("Changes", ("change_procedure", "change_notice_days")),
    ("Improvement", ("improvement_plan",)),
)


def clause(writer: Writer) -> None:
    """Reports, meetings, review of the agreement, changes."""
    review = writer.document.review
    if review.reports:
        path = ("review", "reports")
        writer.sub("Reports", path)
        writer.plain(
            (
                Run(
                    "The Provider shall give the following reports, each within the time stated after the end of its period."
                ),
            )
        )
        look = Look(first=("name", "content", "frequency", "due", "recipient", "format"))
        writer.table(table(writer, path, review.reports, caption="Reports", look=look))
    if review.meetings:
        path = ("review", "meetings")
        writer.sub("Review meetings", path)
        writer.table(table(writer, path, review.meetings, caption="Review meetings"))
    writer.groups(review, ("review",), _GROUPS)
