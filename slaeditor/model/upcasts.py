"""Older formats of the document, brought up to date: one dated function a step, on plain dicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""Format n → the function that makes format n + 1 of it. A test demands a file of every old format in tests/formats."""


def upcast(raw: dict[str, Any], version: int, wanted: int) -> dict[str, Any]:
    """``raw`` of format ``version`` as format ``wanted``."""
    for number in range(version, wanted):
        raw = {**STEPS[number](raw), "format": number + 1}
    return raw
