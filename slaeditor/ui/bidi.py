"""Sentences that hold names in right-to-left letters."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

MARK: Final = "\u200e"
"""An invisible letter that is written from left to right."""


def sentence(text: str) -> str:
    """The text so that it is read in the window's direction, also where a right-to-left name comes first in it.

    Without that Qt takes the direction of the whole from its first letter, and the words around the name come out in disorder.
    """
    if text.isascii() or QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return text
    return MARK + text if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text) else text
