"""The words of the window, in the language of whoever sits before it; the agreement's own language is another matter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """The text in the window's language; ``values`` fill its ``{name}`` places after translation."""
    translated = QCoreApplication.translate("slaeditor", text)
    return translated.format(**values) if values else translated
