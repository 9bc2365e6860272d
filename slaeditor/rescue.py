"""Saves what is open after a bug: in the library, or where that fails as a file beside it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from slaeditor import files
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_json
from slaeditor.ui.frame.heading import title_of
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.frame.window import Window

log = logging.getLogger(__name__)


def every(windows: Iterable[Window], folder: Path) -> list[Rescued]:
    """What became of the agreement in each window; ``folder`` takes copies of what the library did not."""
    return [one(window, folder) for window in list(windows) if window.shell.session.is_open]


def one(window: Window, folder: Path) -> Rescued:
    """Save the agreement of one window."""
    document = window.shell.session.document
    title = title_of(document)
    if window.shell.session.read_only:
        return Rescued(title, saved=True)
    try:
        if window.rescue():
            return Rescued(title, saved=True)
    except Exception:  # the bug itself may be in the way of saving: then the copy is all the more needed
        log.exception("saving after a bug failed")
    return Rescued(title, saved=False, copy=_copy(document, title, folder))


def _copy(document: Agreement, title: str, folder: Path) -> str:
    """Write the document as a file that can be imported; returns its place, or nothing when that fails, too."""
    target = folder / f"{files.safe_name(title)}.json"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{files.safe_name(title)} {number}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files.write(target, to_json(document))
    except Exception:
        log.exception("writing a copy after a bug failed")
        return ""
    return str(target)
