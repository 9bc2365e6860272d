"""What the time ruler says, in the window's language."""

from __future__ import annotations

from datetime import datetime

from slaeditor.model.agreement.parties import Side
from slaeditor.model.what_if import words
from slaeditor.model.what_if.picture import Event, Picture
from slaeditor.ui.words import told, tr


def title(event: Event) -> str:
    """What the event is called."""
    return told(event.title)


def when(at: datetime, reference: datetime) -> str:
    """09:40; with the day where it is another one than that of the report: Mon 1 Nov, 09:40. Seconds are left out."""
    local = at.astimezone(reference.tzinfo).replace(second=0)
    time = told(words.clock_time(local))
    if local.date() == reference.date():
        return time
    return tr("{day}, {time}", day=words.short_day(local.date()), time=time)


def sentence(event: Event) -> str:
    """Everything about an event in one text: who, when in which zone, how it is counted."""
    who = tr("Provider") if event.side is Side.PROVIDER else tr("Customer")
    moment = told(words.zoned(event.at)) if event.at is not None else tr("no moment")
    parts = [
        tr("{what} ({who}): {moment}", what=title(event), who=who, moment=moment),
        told(event.how),
        *map(told, event.why),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def summary(picture: Picture) -> list[str]:
    """The whole picture as sentences, in order."""
    return [sentence(one) for one in (*picture.near, *picture.far, *picture.without)]
