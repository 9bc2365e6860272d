"""The provider's logo at the top of the cover."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from slaeditor.export.pdf.styles import Frame

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from slaeditor.export.pdf.sheet import Sheet

WIDEST, HIGHEST = 170.0, 48.0
"""The room for it in points: six centimetres by a little less than two."""

LEAST_DOTS = 150
"""A small picture is not enlarged beyond so few dots an inch."""

BELOW = 22.0


class Logo:
    """A picture that can be drawn; ``width`` and ``height`` are in points."""

    def __init__(self, reader: ImageReader) -> None:
        self._reader = reader
        wide, high = reader.getSize()
        scale = min(WIDEST / wide, HIGHEST / high, 72 / LEAST_DOTS)
        self.width, self.height = wide * scale, high * scale

    @property
    def room(self) -> float:
        """What it takes from the height of the page, in points."""
        return self.height + BELOW

    def draw(self, sheet: Sheet, frame: Frame) -> None:
        """Draw it at the top left of the text's frame."""
        left, bottom = frame.left, frame.height - frame.top - self.height
        sheet.drawImage(self._reader, left, bottom, self.width, self.height, mask="auto")


def logo_of(data: bytes) -> Logo | None:
    """The logo in the bytes of a picture; None when there is none, or what is there is no picture."""
    if not data:
        return None
    from reportlab.lib.utils import ImageReader  # loads what reads pictures

    try:
        reader = ImageReader(BytesIO(data))
        reader.getRGBData()  # type: ignore[no-untyped-call]  # a picture that ends too early is none
        return Logo(reader)
    except OSError:  # every fault of reading a picture
        return None
