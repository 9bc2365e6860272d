"""What a person has set for themselves: kept at once, and told to whoever shows it."""

from __future__ import annotations

import base64
import enum
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from PySide6.QtCore import QObject, QSettings, Signal

from slaeditor.model.provider import OwnDetails

C = TypeVar("C", bound=enum.Enum)

MOST_RECENT: Final = 8


class Look(enum.Enum):
    """Which scheme of colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Begin(enum.Enum):
    """Which library is opened at the start."""

    LAST = "last"
    DEFAULT = "default"


class Preferences(QObject):
    """Reads and keeps settings one by one; without a place to keep them they last as long as this object.

    What is kept and cannot be understood (somebody wrote into the file) counts as not set. ``changed`` names what was set.
    """

    changed = Signal(str)

    def __init__(self, settings: QSettings | None = None, usual_library: Callable[[], Path] | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._memory: dict[str, Any] = {}
        self._usual = usual_library or (lambda: Path("library.slalib"))

    @property
    def author(self) -> str:
        """The name under which things are done; empty: the one that the system knows."""
        return self._text("person/name")

    @author.setter
    def author(self, name: str) -> None:
        self._keep("person/name", " ".join(name.split()), "author")

    @property
    def look(self) -> Look:
        """The scheme of colours."""
        return self._choice("window/theme", Look.SYSTEM)

    @look.setter
    def look(self, look: Look) -> None:
        self._keep("window/theme", look.value, "look")

    @property
    def language(self) -> str:
        """The code of the window's language; empty: the system's."""
        return self._text("window/language")

    @language.setter
    def language(self, code: str) -> None:
        self._keep("window/language", code, "language")

    @property
    def annex(self) -> bool:
        """Whether exports have an annex with the findings that were acknowledged."""
        return self._text("exports/acknowledged") == "yes"

    @annex.setter
    def annex(self, wanted: bool) -> None:
        self._keep("exports/acknowledged", "yes" if wanted else "", "annex")

    @property
    def begin(self) -> Begin:
        """Which library the program begins with."""
        return self._choice("library/begin", Begin.LAST)

    @begin.setter
    def begin(self, begin: Begin) -> None:
        self._keep("library/begin", begin.value, "begin")

    @property
    def default_library(self) -> Path:
        """The library that is there when nothing else is asked for."""
        chosen = self._text("library/default")
        return Path(chosen) if chosen else self._usual()

    @default_library.setter
    def default_library(self, place: Path | None) -> None:
        self._keep("library/default", "" if place is None else str(place), "default_library")

    @property
    def has_own_default(self) -> bool:
        """Whether the default library is one that the person chose."""
        return bool(self._text("library/default"))

    @property
    def recent(self) -> tuple[Path, ...]:
        """The libraries that were open, the one used last first."""
        kept = self._value("library/recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(str(name)) for name in names if name)

    def remember(self, place: Path) -> None:
        """This library is the one used last."""
        others = [one for one in self.recent if one != place]
        self._keep("library/recent", [str(one) for one in (place, *others)][:MOST_RECENT], "recent")

    def forget(self, place: Path) -> None:
        """This library is not there any more."""
        self._keep("library/recent", [str(one) for one in self.recent if one != place], "recent")

    @property
    def own(self) -> OwnDetails:
        """The provider's own details."""
        try:
            return msgspec.json.decode(self._text("provider/details") or "{}", type=OwnDetails)
        except msgspec.MsgspecError:
            return OwnDetails()

    @own.setter
    def own(self, details: OwnDetails) -> None:
        self._keep("provider/details", msgspec.json.encode(details).decode(), "own")

    @property
    def logo(self) -> bytes:
        """The provider's logo as a PNG picture, empty for none."""
        try:
            return base64.b64decode(self._text("provider/logo"), validate=True)
        except ValueError:
            return b""

    @logo.setter
    def logo(self, picture: bytes) -> None:
        self._keep("provider/logo", base64.b64encode(picture).decode(), "logo")

    def _choice(self, key: str, usual: C) -> C:
        try:
            return type(usual)(self._text(key))
        except ValueError:
            return usual

    def _text(self, key: str) -> str:
        found = self._value(key, "")
        return found if isinstance(found, str) else ""

    def _value(self, key: str, usual: Any) -> Any:
        if self._settings is None:
            return self._memory.get(key, usual)
        return self._settings.value(key, usual)

    def _keep(self, key: str, value: Any, what: str) -> None:
        if self._value(key, None) == value:
            return
        if self._settings is None:
            self._memory[key] = value
        else:
            self._settings.setValue(key, value)
        self.changed.emit(what)
