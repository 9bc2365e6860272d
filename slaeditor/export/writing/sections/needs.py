"""The annex with the needs analysis: what the customer said, who said it, and which terms answer it."""

from __future__ import annotations

from datetime import date

from slaeditor.export.blocks import Cell, Column, Run, Table, TableRow
from slaeditor.export.writing.tables import record, table
from slaeditor.export.writing.values import Runs, joined, sentence, with_text
from slaeditor.export.writing.writer import Writer, unempty
from slaeditor.model import text
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.needs import Link, Source
from slaeditor.model.paths import Path
from slaeditor.model.terms import field

_GROUPS = (
    ("The Customer’s business", ("industry", "priorities", "users", "site_count", "tickets_month", "languages", "urgent_channel")),
    ("Regulation", ("critical_infrastructure", "regulation")),
    ("Satisfaction today", ("satisfaction", "satisfaction_remark")),
)  # fmt: skip


def annex(writer: Writer) -> None:
    """General answers, then those on each service, processes, dates, sources, and the links to terms."""
    needs, path = writer.document.needs, ("needs",)
    writer.plain(
        (
            Run(
                "This annex records what the Customer said when this Agreement was prepared. "
                "It explains the terms and creates no obligation of its own."
            ),
        )
    )
    writer.groups(needs, path, _GROUPS)
    zone = writer.document.identity.provider_zone
    times = [_timed(writer.sentence(*part), zone) for part in unempty(needs, path, ("workday_start", "workday_end"))]
    if times:
        writer.sub("Working day", (*path, "workday_start"))
        writer.say(times)
    if needs.services:
        place = (*path, "services")
        writer.sub("Needs by service", place)
        for need in needs.services:
            here = (*place, need.id)
            name = writer.values.name("services", need.service) if need.service else "Service not named"
            writer.row_heading(name, here, (*here, "service"))
            writer.table(record(writer, need, here, leave=("service",)))
    for table_path, declared, rows in unempty(needs, path, ("processes", "critical_dates")):
        writer.sub(declared.term.label, table_path)
        writer.table(table(writer, table_path, rows, caption=declared.term.label))
    if needs.links:
        writer.sub("Needs and the terms that answer them", (*path, "links"))
        writer.table(_links(writer, needs.links, (*path, "links")))
    if needs.sources:
        writer.sub("Who said it, and when", (*path, "sources"))
        writer.say(_sources(writer, needs.sources, (*path, "sources")))


def _need(writer: Writer, written: str, path: Path) -> Run:
    """The words for the place of an answer; that it stands in this annex goes without saying."""
    run = writer.values.place(written, path)
    here = f"{field(Agreement, 'needs').term.label} › "
    return with_text(run, run.text.removeprefix(here))


def _links(writer: Writer, links: tuple[Link, ...], path: Path) -> Table:
    """A row for each term and reason, with all the needs that it answers."""
    groups: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        groups.setdefault((link.term, link.why), []).append(link)
    rows = []
    for (term, why), some in groups.items():
        first = (*path, some[0].id)
        also = [(*path, link.id) for link in some[1:]]
        needs = [(_need(writer, link.need, (*path, link.id, "need")),) for link in some if link.need]
        answer = [writer.values.place(term, (*first, "term"))] if term else []
        reason = [Run(why, path=(*first, "why"))] if why else []
        # the other links of the group are stated by the same words
        answer += [Run("", path=(*place, "term")) for place in also]
        reason += [Run("", path=(*place, "why")) for place in also]
        rows.append(
            TableRow(first, (Cell(tuple(answer)), Cell(joined(needs, last="; ", between="; ")), Cell(tuple(reason))))
        )
    columns = (
        Column(label="Term", name="term", width=24),
        Column(label="Answers", name="need", width=30),
        Column(label="Because", name="why", width=40),
    )
    return Table(path=path, caption="Needs and the terms that answer them", columns=columns, rows=tuple(rows))


def _sources(writer: Writer, sources: tuple[Source, ...], path: Path) -> list[Runs]:
    """A sentence for each person and day, with all that was answered then."""
    groups: dict[tuple[str, date | None], list[Source]] = {}
    for source in sources:
        groups.setdefault((source.said_by, source.said_on), []).append(source)
    said: list[Runs] = []
    for (person, day), some in groups.items():
        first = (*path, some[0].id)
        runs = [Run(person or "Not recorded by whom", bold=True, path=(*first, "said_by"))]
        runs += [Run(", "), Run(text.date_text(day), path=(*first, "said_on"))] if day else []
        for source in some[1:]:
            runs += [Run("", path=(*path, source.id, name)) for name in ("said_by", "said_on")]
        answers = [(_need(writer, source.answer, (*path, source.id, "answer")),) for source in some if source.answer]
        said.append((*runs, Run(": "), *joined(answers, last="; ", between="; "), Run(".")))
    return said


def _timed(runs: Runs, zone: str) -> Runs:
    """A time of day names its zone."""
    if not zone or not runs[-1].text.endswith("."):
        return runs
    return sentence("{} (" + zone + ").", (*runs[:-1], Run(runs[-1].text.removesuffix("."))))
