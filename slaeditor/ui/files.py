"""Reading a file that the person chose."""

from __future__ import annotations

from pathlib import Path

from slaeditor.model.errors import UserError


def read_file(source: Path) -> bytes:
    """The content of a file; ``UserError`` when it cannot be read."""
    try:
        return source.read_bytes()
    except OSError as error:
        raise UserError(f"“{source.name}” cannot be read: {error.strerror}.", kept="Nothing was changed.") from error
