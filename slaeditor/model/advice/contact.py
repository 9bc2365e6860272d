"""Proposals for channels: the customer's languages, and a way to report what cannot wait that is staffed when support works."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from slaeditor.model.advice.criticality import Case
from slaeditor.model.advice.proposal import Proposal, changing, fingerprint, row_edits
from slaeditor.model.advice.working import always_open, around_the_clock, is_supported_always
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.channels import Channel, ChannelKind
from slaeditor.model.choices import choice_label
from slaeditor.model.edits import Edit, SetTerm
from slaeditor.model.sentence import counted, say
from slaeditor.model.text import language_name, listed

_TABLE = ("channels", "items")
HOTLINE = "hotline"
"""The id of a channel that is proposed for reports around the clock."""


def propose(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    """Languages, the urgent channel, and its hours."""
    yield from _languages(document)
    yield from _urgent(document)
    yield from _hotline(document, found)


def urgent_kind(document: Agreement) -> ChannelKind | None:
    """The kind of channel that the customer wants for anything urgent; None when it is none that the agreement knows."""
    said = document.needs.urgent_channel.strip().casefold()
    return next((kind for kind in ChannelKind if choice_label(kind).casefold() == said), None)


def _languages(document: Agreement) -> Iterator[Proposal]:
    wanted = document.needs.languages
    if not wanted or not document.channels.items:
        return
    edits = tuple(
        SetTerm((*_TABLE, row.id, "languages"), tuple(dict.fromkeys((*wanted, *row.languages))))
        for row in document.channels.items
        if not set(wanted) <= set(row.languages)
    )
    names = listed([language_name(code) for code in wanted])
    yield Proposal(
        id="channels:languages",
        group="channels",
        title=say("Support in {names}", names=names),
        reason=counted(
            "The users are to be helped in {names}, so every channel speaks it.",
            "The users are to be helped in {names}, so every channel speaks them.",
            len(wanted),
            names=names,
        ),
        needs=(("needs", "languages"),),
        terms=tuple((*_TABLE, row.id, "languages") for row in document.channels.items),
        basis=fingerprint(wanted),
        edits=changing(document, edits),
    )


def _urgent(document: Agreement) -> Iterator[Proposal]:
    kind, rank = urgent_kind(document), document.playbook.urgent_rank
    levels = document.priorities.levels
    if kind is None or rank is None or not any(row.kind is kind for row in document.channels.items):
        return
    rest = tuple(row.id for row in levels[rank:])
    edits: list[Edit] = []
    for row in document.channels.items:
        accepted = tuple(one for one in row.priorities if one in rest) or rest
        urgent = {one.id for one in levels[:rank]}
        if row.kind is not kind and rest and (not row.priorities or urgent & set(row.priorities)):
            edits.append(SetTerm((*_TABLE, row.id, "priorities"), accepted))
        elif row.kind is kind and row.priorities and not urgent <= set(row.priorities):
            edits.append(
                SetTerm(
                    (*_TABLE, row.id, "priorities"),
                    tuple(one.id for one in levels if one.id in urgent | set(row.priorities)),
                )
            )
    codes = listed([row.code for row in levels[:rank]])
    yield Proposal(
        id="channels:urgent",
        group="channels",
        title=say("By {choice}: anything urgent", choice=choice_label(kind)),
        reason=say(
            "The customer wants to report anything urgent by {choice}, so {codes} is taken by no other channel.",
            choice=choice_label(kind),
            codes=codes,
        ),
        needs=(("needs", "urgent_channel"),),
        terms=tuple((*_TABLE, row.id, "priorities") for row in document.channels.items),
        basis=fingerprint(document.needs.urgent_channel),
        edits=changing(document, tuple(edits)),
    )


def _hotline(document: Agreement, found: tuple[Case, ...]) -> Iterator[Proposal]:
    """A service supported around the clock can be reported around the clock, by a channel on which somebody answers."""
    kind = urgent_kind(document) or ChannelKind.PHONE
    model = next((row for row in document.channels.items if row.kind is kind and row.id != HOTLINE), None)
    served = tuple(case for case in found if is_supported_always(case))
    if model is None or not served:
        return
    always = always_open(document)
    services = tuple(case.service.id for case in served)
    covering = next(
        (
            row
            for row in document.channels.items
            if row.kind is kind
            and always
            and row.hours == always
            and (not row.services or set(services) <= set(row.services))
        ),
        None,
    )
    hotline = msgspec.structs.replace(
        Channel(id=HOTLINE),
        name="Hotline around the clock",
        kind=kind,
        address=model.address,
        hours=always or around_the_clock(document).id,
        services=services,
        languages=model.languages,
        priorities=model.priorities,
    )
    names = listed([case.service.name for case in served])
    yield Proposal(
        id="channels:around-the-clock",
        group="channels",
        title=say("Hotline around the clock for {names}", names=names),
        reason=counted(
            "{names} is supported around the clock, so somebody answers at any hour.",
            "{names} are supported around the clock, so somebody answers at any hour.",
            len(served),
            names=names,
        ),
        needs=tuple(dict.fromkeys(place for case in served for place in (case.place("usage"), *case.decided_by))),
        terms=((*_TABLE, covering.id if covering else HOTLINE),),
        basis=fingerprint(services, document.needs.urgent_channel),
        edits=() if covering else changing(document, row_edits(document, _TABLE, hotline)),
        requires=() if always else ("hours:around-the-clock",),
    )  # fmt: skip
