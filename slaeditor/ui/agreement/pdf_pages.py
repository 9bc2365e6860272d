"""Pages of a PDF as pictures (pypdfium2). Called from the one thread of the heavy runner only: the library knows no threads."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
from PySide6.QtGui import QImage


@dataclass(frozen=True)
class Mark:
    """A place in the PDF's outline: title, page number from 0, and how far down the page, in points."""

    title: str
    page: int
    top: float


@dataclass(frozen=True)
class PdfFile:
    """A PDF with the sizes of its pages in points, and its outline."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    marks: tuple[Mark, ...]


def read(data: bytes) -> PdfFile:
    """Sizes and outline of the PDF."""
    document = pdfium.PdfDocument(data)
    try:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        marks = []
        for bookmark in document.get_toc():
            target = bookmark.get_dest()
            page = None if target is None else target.get_index()
            if target is None or page is None:
                continue
            _, view = target.get_view()
            top = view[1] if len(view) > 1 and view[1] is not None else sizes[page][1]
            marks.append(Mark(bookmark.get_title(), page, max(0.0, sizes[page][1] - top)))
        return PdfFile(data, sizes, tuple(marks))
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
