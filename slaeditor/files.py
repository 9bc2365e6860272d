"""Files that leave the program: written whole or not at all, under names that every file system takes."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from uuid import uuid4

from slaeditor.model.errors import UserError
from slaeditor.model.sentence import say

MOST_CHARACTERS = 120
MOST_BYTES = 200
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def safe_name(words: str) -> str:
    """A file name, without its ending, from any text: letters of every script stay, all else that could hurt goes."""
    text = unicodedata.normalize("NFC", words)
    kept = "".join(c if c.isalnum() or c in " .-_+()&" or unicodedata.combining(c) else " " for c in text)
    name = re.sub(r"\s+", " ", kept).strip(" .-_")[:MOST_CHARACTERS]
    while len(name.encode()) > MOST_BYTES:
        name = name[:-1]
    name = name.rstrip(" .-_") or "agreement"
    return f"_{name}" if name.partition(".")[0].strip().casefold() in _RESERVED else name


def write(target: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write the file whole or not at all: into a temporary one beside it, to the disk, then in its place.

    Raises ``UserError`` when it exists and may not be replaced, or cannot be written; what was there stays.
    """
    if not overwrite and target.exists():
        raise UserError(
            say("“{target}” exists already.", target=target),
            kept=say("It was not touched."),
            remedy=say("Choose another name."),
        )
    temporary = target.parent / f".slaeditor-{os.getpid()}-{uuid4().hex}"
    try:
        # Whoever may read other new files of this person may read this one.
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _refused(target, error) from error
    reserved = False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not overwrite:
            # Fails if another program made the file meanwhile, as a rename would not.
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            reserved = True
        temporary.replace(target)
    except FileExistsError as error:
        raise UserError(say("“{target}” exists already.", target=target), kept=say("It was not touched.")) from error
    except OSError as error:
        if reserved:
            target.unlink(missing_ok=True)
        raise _refused(target, error) from error
    finally:
        temporary.unlink(missing_ok=True)


def _refused(target: Path, error: OSError) -> UserError:
    return UserError(
        say("“{target}” cannot be written: {strerror}.", target=target, strerror=error.strerror or error),
        kept=say("What was there before is unchanged."),
        remedy=say("Choose another place."),
    )
