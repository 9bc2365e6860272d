"""Pictures that scenes need."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw


def a_logo() -> bytes:
    """A plain mark, as a provider might have it: three waves."""
    image = Image.new("RGBA", (240, 120), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(("#1d5fa7", "#3f83c7", "#7ab4f5")):
        left = number * 56
        draw.polygon([(left, 120), (left + 56, 0), (left + 112, 120)], fill=colour)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()
