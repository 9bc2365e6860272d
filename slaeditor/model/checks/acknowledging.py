"""Findings that somebody looked at and lets stand, with a reason; kept in the playbook, so that they are compared like terms."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

import msgspec

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.playbook import Acknowledgement
from slaeditor.model.checks.finding import Finding, Severity
from slaeditor.model.edits import Edit, InsertRow, RemoveRow, Several
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.sentence import say

TABLE: Path = ("playbook", "acknowledged")


def acknowledgement(document: Agreement, finding: Finding) -> Acknowledgement | None:
    """The acknowledgement that covers the finding: of the same rule at the same place with the same witness."""
    place = paths.text_of(finding.paths[0])
    return next(
        (
            one
            for one in document.playbook.acknowledged
            if (one.rule, one.place, one.witness) == (finding.rule, place, str(finding.witness)) and one.reason.strip()
        ),
        None,
    )


def acknowledge(document: Agreement, finding: Finding, reason: str, by: str, on: date) -> Edit:
    """Let the finding stand. ``EditError`` without a reason, and for what is no warning: an error must be mended."""
    if finding.severity is not Severity.WARNING:
        raise EditError(say("Only warnings can be acknowledged; this must be mended."))
    if not reason.strip():
        raise EditError(say("An acknowledgement needs a reason."))
    place = paths.text_of(finding.paths[0])
    row = Acknowledgement(
        id=f"{finding.rule}-{hashlib.sha256(place.encode()).hexdigest()[:12]}",
        rule=finding.rule,
        place=place,
        witness=str(finding.witness),
        finding=str(finding.sentence),
        reason=reason.strip(),
        by=by,
        on=on,
    )
    rows = document.playbook.acknowledged
    index = next((number for number, one in enumerate(rows) if one.id == row.id), None)
    if index is None:
        insert = InsertRow(TABLE, row, len(rows))
        return Several(say("Acknowledge {rule}", rule=finding.rule), (insert,))
    again = (RemoveRow((*TABLE, row.id)), InsertRow(TABLE, row, index))
    return Several(say("Acknowledge {rule}", rule=finding.rule), again)


def withdraw(document: Agreement, finding: Finding) -> Edit | None:
    """Take the acknowledgement of the finding back; None when there is none."""
    found = acknowledgement(document, finding)
    if found is None:
        return None
    return Several(say("Withdraw the acknowledgement of {rule}", rule=finding.rule), (RemoveRow((*TABLE, found.id)),))


class Standing(msgspec.Struct, frozen=True):
    """Findings by what they mean for issuing: errors to mend, warnings to acknowledge, warnings that stand, hints."""

    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    acknowledged: tuple[tuple[Finding, Acknowledgement], ...] = ()
    hints: tuple[Finding, ...] = ()

    @property
    def may_be_issued(self) -> bool:
        """Whether nothing is left to mend or to acknowledge."""
        return not self.errors and not self.warnings

    @property
    def why_not(self) -> str:
        """What keeps the agreement from being issued; empty when nothing does."""
        if self.errors and self.warnings:
            return say(
                "Cannot be issued: errors to mend: {errors}, warnings to mend or acknowledge: {warnings}.",
                errors=len(self.errors),
                warnings=len(self.warnings),
            )
        if self.errors:
            return say("Cannot be issued: errors to mend: {errors}.", errors=len(self.errors))
        if self.warnings:
            return say("Cannot be issued: warnings to mend or acknowledge: {warnings}.", warnings=len(self.warnings))
        return ""


def standing(document: Agreement, findings: Iterable[Finding]) -> Standing:
    """The findings of the document, sorted by what they mean for issuing it."""
    errors, warnings, hints = [], [], []
    acknowledged: list[tuple[Finding, Acknowledgement]] = []
    for finding in findings:
        if finding.severity is Severity.ERROR:
            errors.append(finding)
        elif finding.severity is Severity.HINT:
            hints.append(finding)
        elif (found := acknowledgement(document, finding)) is not None:
            acknowledged.append((finding, found))
        else:
            warnings.append(finding)
    return Standing(tuple(errors), tuple(warnings), tuple(acknowledged), tuple(hints))


class Difference(msgspec.Struct, frozen=True):
    """Findings of two documents beside each other: those that only the new one has, only the old one, and both; apart from
    these, what the new one lets stand."""

    new: tuple[Finding, ...] = ()
    solved: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()
    acknowledged: tuple[Finding, ...] = ()


def difference(old: Iterable[Finding], new: Iterable[Finding], document: Agreement) -> Difference:
    """What became of findings from one revision to another; a finding is the same one by its rule and its first place.

    ``document`` is the new one, which knows what is acknowledged.
    """
    before, after = ({(one.rule, one.paths[0]): one for one in each} for each in (old, new))
    stands = {key for key, one in after.items() if acknowledgement(document, one) is not None}
    return Difference(
        tuple(one for key, one in after.items() if key not in before and key not in stands),
        tuple(one for key, one in before.items() if key not in after),
        tuple(one for key, one in after.items() if key in before and key not in stands),
        tuple(after[key] for key in after if key in stands),
    )
