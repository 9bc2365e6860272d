"""The languages that the window can be in: which there are, which one a person gets, and what each says."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor import resources

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

ENGLISH = "en"
OWN_NAME = "English"
"""What a catalogue translates, with the sense below, as the name of its language in that language."""
OWN_NAME_SENSE = "the name of this language in itself"


_REGIONS = {"en": "en_GB"}
"""Whose calendar is meant where the system speaks another language: a week begins on Monday."""

_translator: QTranslator | None = None


class Catalogue:
    """One language, from its compiled gettext catalogue; what is missing there is said in English."""

    def __init__(self, code: str) -> None:
        self.code = code
        with _file(code).open("rb") as file:
            self._words = gettext.GNUTranslations(file)

    def one(self, text: str, sense: str) -> str:
        """The text in this language; the empty text stays empty."""
        if not text:
            return ""
        return self._words.pgettext(sense, text) if sense else self._words.gettext(text)

    def of(self, one: str, many: str, count: int) -> str:
        """The form of a text that goes with a count."""
        return self._words.ngettext(one, many, count)

    def capital(self, text: str) -> str:
        """The text with a capital letter first; in Turkish and its kin the small i keeps its dot."""
        if self.code in ("tr", "az") and text[:1] == "i":
            return "İ" + text[1:]
        return text[:1].upper() + text[1:]

    def name(self, kind: str, code: str) -> str:
        """The name of a language or country; the code itself when it is unknown."""
        from babel import Locale  # large, and rarely needed

        names: dict[str, str] = getattr(Locale(self.code), kind)
        return names.get(code, code)


def languages() -> tuple[tuple[str, str], ...]:
    """Code and own name of every language there is, English first."""
    codes = sorted(file.stem for file in _folder().glob("*.mo"))
    return ((ENGLISH, OWN_NAME), *((code, Catalogue(code).one(OWN_NAME, OWN_NAME_SENSE)) for code in codes))


def chosen(wanted: str, spoken: Sequence[str]) -> str:
    """The code of the language to use: the one wanted if there is such, else the first of those spoken that there is.

    ``spoken`` are BCP 47 tags in the order of preference, such as the system gives: ("tr-TR", "en-US").
    """
    known = {ENGLISH, *(file.stem for file in _folder().glob("*.mo"))}
    for tag in (wanted, *spoken):
        code = tag.replace("_", "-").partition("-")[0]
        if code in known:
            return code
    return ENGLISH


def catalogue(code: str) -> Catalogue | None:
    """The catalogue of a language; None for English, which needs none."""
    return None if code == ENGLISH else Catalogue(code)


def tell_qt(code: str) -> None:
    """Put Qt's own texts (OK, Cancel, keys, calendars) into the language.

    Only a calendar and Qt's dialogs look at the locale: the program writes and reads figures and dates by itself.
    """
    from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

    global _translator
    system = QLocale.system()
    same = system.name().partition("_")[0] == code
    QLocale.setDefault(system if same else QLocale(_REGIONS.get(code, code)))
    if QCoreApplication.instance() is None:  # nobody to say anything to
        return
    if _translator is not None:
        QCoreApplication.removeTranslator(_translator)
    _translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if code != ENGLISH and _translator.load(f"qtbase_{code}", folder):
        QCoreApplication.installTranslator(_translator)


def _folder() -> Path:
    return resources.path("translations")


def _file(code: str) -> Path:
    return resources.path("translations", f"{code}.mo")
