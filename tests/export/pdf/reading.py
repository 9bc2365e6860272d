"""Reading a PDF back: its text page by page, and what its annotations lead to."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import Any

import pikepdf


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, for a look at its objects."""
    return pikepdf.open(BytesIO(data))


def pages(data: bytes) -> list[str]:
    """The text of each page, as pdftotext gives it."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def words(data: bytes) -> str:
    """All text with single blanks, so that line breaks do not matter."""
    return " ".join(" ".join(pages(data)).split())


def links(file: pikepdf.Pdf) -> list[tuple[int, int]]:
    """For each link: the page that it stands on and the page that it leads to, from 0."""
    number = {page.obj.objgen: place for place, page in enumerate(file.pages)}
    found = []
    for place, page in enumerate(file.pages):
        for annotation in page.obj.get("/Annots", pikepdf.Array()):
            item: Any = annotation
            if item.get("/Subtype") == "/Link":
                found.append((place, number[item["/Dest"][0].objgen]))
    return found


def fields(file: pikepdf.Pdf) -> list[str]:
    """The names of the signature fields."""
    form: Any = file.Root.get("/AcroForm", {})
    return [str(one["/T"]) for one in form.get("/Fields", [])]
