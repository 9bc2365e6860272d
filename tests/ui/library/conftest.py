"""A library of four customers, and a window on it."""

from __future__ import annotations

import pytest

from tests.ui.conftest import OpenWindow
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, document, surroundings
from tests.ui.memory_library import MemoryLibrary


@pytest.fixture
def library() -> MemoryLibrary:
    made = MemoryLibrary()
    for number, customer in enumerate(("Adler", "Bergmann", "Czerny", "Delta"), start=1):
        made.add(f"a{number}", document(customer=customer, title="IT", number=f"SLA-{number}"), "First", "Second")
    return made


@pytest.fixture
def around(library: MemoryLibrary) -> Surroundings:
    return surroundings(library)


@pytest.fixture
def window(open_window: OpenWindow, around: Surroundings) -> WindowDriver:
    return open_window(around)
