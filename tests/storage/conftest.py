"""A fresh library for each test, and documents to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from slaeditor.storage.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "house" / "library.slalib"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(path, busy=0.05) as opened:
        yield opened
