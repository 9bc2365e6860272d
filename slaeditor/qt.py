"""Loads Qt for Python without its import hook, which would read the source of every module imported later."""

from __future__ import annotations

import builtins


def load() -> None:
    """Import PySide6 and put Python's own ``import`` back; call it before anything else imports PySide6.

    PySide6 looks into each module for its switch of naming styles (``from __feature__ import snake_case``), which
    is not used here. Reading some hundred source files for it takes a tenth of the time that the program starts in.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - loading it is what this is for

    builtins.__import__ = plain
