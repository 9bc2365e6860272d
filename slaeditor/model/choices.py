"""The words of a choice."""

from __future__ import annotations

import enum
from functools import cache

from slaeditor.model.sentence import Sentence, say

_WORDS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
    "email": "e-mail", "half_yearly": "half-yearly",
}  # fmt: skip


@cache
def choice_label(member: enum.Enum) -> Sentence:
    """The words of a choice in English: ``calendar_month`` reads calendar month, ``mon`` Monday."""
    return say(_WORDS.get(member.value, str(member.value).replace("_", " ")))
