"""The clause on exclusions."""

from __future__ import annotations

from slaeditor.export.blocks import Run
from slaeditor.export.writing.values import bold
from slaeditor.export.writing.writer import Writer
from slaeditor.model.agreement.exclusions import Exclusion
from slaeditor.model.choices import choice_label
from slaeditor.model.paths import Path

PATH: Path = ("exclusions", "items")


def clause(writer: Writer) -> None:
    """The excluded causes, then who has to prove them."""
    exclusions = writer.document.exclusions
    if exclusions.items:
        writer.sub("Excluded causes", PATH)
        writer.plain(
            (
                Run(
                    "Time during which, and to the extent that, a target is missed because of one of the following causes "
                    "counts neither as downtime nor as a missed target:"
                ),
            )
        )
        for one in exclusions.items:
            path = (*PATH, one.id)
            writer.lettered(_exclusion(writer, one, path), path)
    writer.groups(exclusions, ("exclusions",), (("Burden of proof", ("burden",)),))


def _exclusion(writer: Writer, one: Exclusion, path: Path) -> tuple[Run, ...]:
    runs: list[Run] = [*bold((Run(one.name, path=(*path, "name")),))]
    kind = choice_label(one.kind)
    if _names(one.name, kind):
        runs.append(Run("", path=(*path, "kind")))
    else:
        runs += [Run(" (" if one.name else "("), Run(kind, path=(*path, "kind")), Run(")")]
    runs += [Run(": "), *writer.values.rich(one.text, (*path, "text"))] if one.text else []
    if one.services:
        runs += [
            Run(" This applies to "),
            *writer.values.references("services", one.services, (*path, "services")),
            Run(" only."),
        ]
    return tuple(run for run in runs if run.text or run.path)


def _names(name: str, kind: str) -> bool:
    """Whether the name of a cause says of which kind it is: “Acts of the Customer” is a customer act."""
    said = {word.rstrip("s") for word in name.casefold().split()}
    return {word.rstrip("s") for word in kind.casefold().split()} <= said
