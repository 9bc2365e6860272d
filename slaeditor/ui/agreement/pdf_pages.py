"""Pages of a PDF as pictures (pypdfium2). Called from the one thread of the heavy runner only: the library knows no threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

from slaeditor.model.paths import Path
from slaeditor.ui.agreement.on_paper import Boxes, Places, left_edges
from slaeditor.ui.ports import Box


@dataclass(frozen=True)
class PdfFile:
    """A PDF with the sizes of its pages in points, and where terms stand in it."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    places: Places
    boxes: Boxes
    on_page: tuple[Boxes, ...]
    """The boxes of each page."""
    in_section: Mapping[str, Boxes]
    """The boxes of each section of the document."""
    edges: Mapping[int, float]
    """Where the text of each page begins, in points from its left."""


def read(data: bytes, places: Places, boxes: Boxes = ()) -> PdfFile:
    """The PDF with the sizes of its pages."""
    document = pdfium.PdfDocument(data)
    try:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        on_page: list[list[tuple[Path, Box]]] = [[] for _ in sizes]
        in_section: dict[str, list[tuple[Path, Box]]] = {}
        for path, box in boxes:
            on_page[box.page].append((path, box))
            in_section.setdefault(path[0], []).append((path, box))
        return PdfFile(data, sizes, places, boxes, tuple(on_page), in_section, left_edges(boxes))
    finally:
        document.close()


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
