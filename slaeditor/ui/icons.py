"""The icon set: line drawings that are tinted and drawn in the sizes that screens ask for."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from slaeditor import resources

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

SIZES: Final = (16, 20, 24, 32, 48)
"""Pixels: 16 and 20 at one, one and a half, and two screen pixels a pixel; the largest for empty states."""


@lru_cache(maxsize=256)
def drawn(name: str, tint: str, faint: str) -> QIcon:
    """The icon in the colour ``tint``, and in ``faint`` where it is disabled. Raises FileNotFoundError for an unknown name."""
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tint), (QIcon.Mode.Disabled, faint)):
        renderer = _renderer(name, colour)
        for size in SIZES:
            picture = QPixmap(size, size)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            if mode is QIcon.Mode.Disabled:
                painter.setOpacity(0.55)
            renderer.render(painter)
            painter.end()
            made.addPixmap(picture, mode)
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # a start that shows no icon does without the library

    text = resources.path("icons", f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
