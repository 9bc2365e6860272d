"""The names of months and days, as sentences: whoever shows them tells them in its own language."""

from __future__ import annotations

from slaeditor.model.sentence import say

MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
"""January first."""

SHORT_MONTHS = (
    say("Jan", "short name of a month"),
    say("Feb", "short name of a month"),
    say("Mar", "short name of a month"),
    say("Apr", "short name of a month"),
    say("May", "short name of a month"),
    say("Jun", "short name of a month"),
    say("Jul", "short name of a month"),
    say("Aug", "short name of a month"),
    say("Sep", "short name of a month"),
    say("Oct", "short name of a month"),
    say("Nov", "short name of a month"),
    say("Dec", "short name of a month"),
)
"""Jan first."""

DAYS = (
    say("Monday"),
    say("Tuesday"),
    say("Wednesday"),
    say("Thursday"),
    say("Friday"),
    say("Saturday"),
    say("Sunday"),
)
"""Monday first."""

SHORT_DAYS = (
    say("Mon"),
    say("Tue"),
    say("Wed"),
    say("Thu"),
    say("Fri"),
    say("Sat"),
    say("Sun"),
)
"""Mon first."""
