"""The stage of every test of the Agreement place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from slaeditor.model.agreement import Agreement
from tests.ui.agreement.stage import Stage

POPUPS = pytest.mark.qt_log_ignore("raise\\(\\)", "grabbing the keyboard", extend=True)
"""Without a window system popups cannot be raised or grab keys, and Qt says so; their keys arrive all the same."""

OpenStage = Callable[..., Stage]


@pytest.fixture
def stage(qtbot: object) -> Iterator[OpenStage]:
    """Opens stages and closes them again."""
    opened: list[Stage] = []

    def make(document: Agreement, base: Agreement | None = None, *, read_only: bool = False) -> Stage:
        opened.append(Stage(document, base, read_only=read_only).show())
        return opened[-1]

    yield make
    for one in opened:
        one.close()
