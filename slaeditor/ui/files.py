"""Reading a file that the person chose."""

from __future__ import annotations

from pathlib import Path

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say


def read_file(source: Path) -> bytes:
    """The content of a file; ``UserError`` when it cannot be read."""
    try:
        return source.read_bytes()
    except OSError as error:
        raise UserError(
            say("“{source}” cannot be read: {strerror}.", source=source.name, strerror=error.strerror),
            kept=say("Nothing was changed."),
        ) from error
