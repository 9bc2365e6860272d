"""What the window's start does not do."""

from __future__ import annotations

import subprocess
import sys

_SOURCES_READ = """
import linecache
from slaeditor import qt
qt.load()
before = set(linecache.cache)
import slaeditor.app, slaeditor.storage.library
print(sum(name.endswith(".py") for name in set(linecache.cache) - before))
"""
_FREELY = _SOURCES_READ.replace("qt.load()", "import PySide6.QtCore")

_CHECKS_LOADED = """
import sys
import slaeditor.cli, slaeditor.app, slaeditor.storage.library
print(sum(name.startswith("slaeditor.model.checks") for name in sys.modules))
"""


def _said(code: str) -> int:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    return int(done.stdout)


def test_no_source_is_read_for_a_feature_that_is_not_used() -> None:
    assert _said(_SOURCES_READ) == 0


def test_without_the_remedy_sources_would_be_read() -> None:
    """Once this fails, PySide6 no longer does it, and ``slaeditor.qt`` can go."""
    assert _said(_FREELY) > 10


def test_the_checks_are_not_loaded_before_there_is_something_to_check() -> None:
    assert _said(_CHECKS_LOADED) == 0
