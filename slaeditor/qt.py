"""Loads Qt for Python the quick way: without its import hook, and without looking for rubbish meanwhile."""

from __future__ import annotations

import builtins
import gc


def load() -> None:
    """Import PySide6 and put Python's own ``import`` back; call it before anything else imports PySide6.

    PySide6 looks into each module for its switch of naming styles (``from __feature__ import snake_case``), which
    is not used here. Reading some hundred source files for it takes a tenth of the time that the program starts in.

    Loading makes many objects and no rubbish. To look for some takes another tenth, so nobody does until the window, a while
    after it appears, calls for it again.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - loading it is what this is for

    builtins.__import__ = plain
