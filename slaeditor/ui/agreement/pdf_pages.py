"""Pages of a PDF as pictures (pypdfium2). Called from the one thread of the heavy runner only: the library knows no threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

from slaeditor.model.paths import Path


@dataclass(frozen=True)
class PdfFile:
    """A PDF with the sizes of its pages in points, and where terms stand: page (from 0) and points from its top."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    places: Mapping[Path, tuple[int, float]]


def read(data: bytes, places: Mapping[Path, tuple[int, float]]) -> PdfFile:
    """The PDF with the sizes of its pages."""
    document = pdfium.PdfDocument(data)
    try:
        return PdfFile(data, tuple(document.get_page_size(number) for number in range(len(document))), places)
    finally:
        document.close()


def place_of(places: Mapping[Path, tuple[int, float]], path: Path) -> tuple[int, float] | None:
    """Where the term stands, else what is nearest above it, else the first thing of its section."""
    above = path
    while above and above not in places:
        above = above[:-1]
    if above:
        return places[above]
    return min((place for other, place in places.items() if other[:1] == path[:1]), default=None)


def picture(file: PdfFile, page: int, scale: float) -> QImage:
    """One page; ``scale`` is pixels a point."""
    document = pdfium.PdfDocument(file.data)
    try:
        drawn = document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        return QImage(
            bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBX8888
        ).copy()
    finally:
        document.close()
