"""What holds for every test of the window: the shipped fonts, so that pictures and sizes are the same everywhere."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from slaeditor import resources


@pytest.fixture(scope="session", autouse=True)
def shipped_fonts(qapp: QApplication) -> None:
    """Registers every shipped face and makes Noto Sans the application's font."""
    for face in sorted(resources.path("fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(face)) >= 0, f"Qt cannot read {face.name}"
    qapp.setFont(QFont("Noto Sans", 10))
