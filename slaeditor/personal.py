"""Where a person's settings are kept, and what the commands need of them without a window."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "slaeditor"


def settings_file() -> Path:
    """The file of the window's settings; it need not be there."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"


def logo() -> bytes:
    """The provider's logo as it was chosen in the window's settings, a PNG picture; empty for none."""
    place = settings_file()
    if not place.is_file():
        return b""
    from PySide6.QtCore import QSettings

    from slaeditor.ui.settings.preferences import Preferences

    return Preferences(QSettings(str(place), QSettings.Format.IniFormat)).logo
