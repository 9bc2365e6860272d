"""The public holidays of the library of that name, in English as the agreement prints them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=512)
def public_holidays(country: str, subdivision: str, year: int) -> Mapping[date, str]:
    """The closed dates of a year and their names; none for a country or subdivision that the library does not know.

    The library takes a tenth of a second to load, so it is asked only when a calendar has holidays.
    """
    import holidays

    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year, language="en_US")
    except NotImplementedError:
        return {}
    return dict(sorted(found.items()))


@lru_cache(maxsize=512)
def half_holidays(country: str, subdivision: str, year: int) -> Mapping[date, str]:
    """The dates of a year of which the law makes a part a holiday, such as the afternoons before Turkey's religious ones.

    Their names say from when: “Republic Day (from 1pm)”.
    """
    import holidays

    try:
        found = holidays.country_holidays(
            country, subdiv=subdivision or None, years=year, language="en_US", categories=("half_day",)
        )
    except (NotImplementedError, ValueError):  # ValueError: the library knows no such days of that country
        return {}
    return dict(sorted(found.items()))
