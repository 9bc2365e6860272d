"""The words of the window, in the language of whoever sits before it; the agreement's own language is another matter."""

from __future__ import annotations

from slaeditor.model.sentence import Sentence, Tongue, counted, say
from slaeditor.model.sentence import told as told_in

_tongue: Tongue | None = None
"""The language of the window; None is English, in which everything is written."""


def tr(text: str, /, sense: str = "", **values: object) -> str:
    """The text in the window's language; ``values`` fill its ``{name}`` places after translation.

    ``text`` is a literal, which catalogues are made from, or what the model has declared. ``sense`` tells apart what English
    says with one word and another language with two. A value that the model has said is told in the window's language, too.
    """
    if _tongue is None or not text:
        return text.format(**values) if values else str(text)
    if isinstance(text, Sentence) and not values:
        return told(text)
    return told(say(text, sense, **values))


def trn(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a text that goes with ``number``, which fills ``{count}``."""
    return told(counted(one, many, number, **values))


def told(text: object) -> str:
    """What the model or an error says, in the window's language; what is data stays as it is."""
    if _tongue is None:
        return str(text)
    return told_in(text, _tongue)


def speak(tongue: Tongue | None) -> None:
    """Say everything in this language from now on; None is English. What is on the screen stays as it was said."""
    global _tongue
    _tongue = tongue


def languages() -> tuple[tuple[str, str], ...]:
    """Code and own name of every language that the window can be in."""
    from slaeditor.ui import tongue

    return tongue.languages()


def use(wanted: str = "") -> str:
    """Say everything in the language with this code from now on, Qt's own texts too; returns the code of what is spoken.

    Without one, or where there is no such language, it is the first of the system's that there is. What is on the screen
    stays as it was said: a window is in the language in which it was opened.
    """
    from PySide6.QtCore import QLocale

    from slaeditor.ui import tongue

    code = tongue.chosen(wanted, QLocale.system().uiLanguages())
    speak(tongue.catalogue(code))
    tongue.tell_qt(code)
    return code


def capital(text: str) -> str:
    """The text with a capital letter first, as the window's language has it."""
    return _tongue.capital(text) if _tongue is not None else text[:1].upper() + text[1:]


def language() -> str:
    """The code of the window's language."""
    return _tongue.code if _tongue is not None else "en"
