"""What the model says to a person: English, and with the parts kept by which a window says it in another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol


class Tongue(Protocol):
    """A language that sentences can be said in."""

    @property
    def code(self) -> str:
        """Its ISO 639-1 code."""
        ...

    def one(self, text: str, sense: str) -> str:
        """The text in this language; itself where nothing is known."""
        ...

    def of(self, one: str, many: str, count: int) -> str:
        """The form of a text that goes with a count."""
        ...

    def capital(self, text: str) -> str:
        """The text with a capital letter first."""
        ...

    def name(self, kind: str, code: str) -> str:
        """The name of a language or a country (``kind``: "languages", "territories") by its ISO code."""
        ...


class Sentence(str):
    """A text in English that any ``Tongue`` can say anew: ``template`` with its ``values``, which may be sentences themselves.

    It is an ordinary text to everyone else: documents, files and the command line take the English. ``sense`` tells apart what
    English says with one word and other languages with two. Joining it or cutting it yields plain text, so ``joined`` is there.
    """

    template: str
    sense: str
    values: Mapping[str, Any]

    def told(self, tongue: Tongue) -> str:
        """The sentence in another language."""
        return _filled(tongue.one(self.template, self.sense), self.values, tongue)


class Counted(Sentence):
    """A sentence whose form goes with a count."""

    many: str
    number: int

    def told(self, tongue: Tongue) -> str:
        """The sentence in another language."""
        return _filled(tongue.of(self.template, self.many, self.number), self.values, tongue)


class Joined(Sentence):
    """Sentences and plain texts in a row; ``template`` is what stands between them."""

    parts: tuple[str, ...]

    def told(self, tongue: Tongue) -> str:
        """The row in another language."""
        return self.template.join(told(part, tongue) for part in self.parts)


class Capital(Sentence):
    """A sentence that begins with a capital letter; ``template`` is the English with a small one."""

    inner: str

    def told(self, tongue: Tongue) -> str:
        """The sentence in another language, with a capital letter first."""
        return tongue.capital(told(self.inner, tongue))


class Named(Sentence):
    """The name of a language or country; ``template`` is its code."""

    def told(self, tongue: Tongue) -> str:
        """Its name in another language."""
        return tongue.name(self.sense, self.template)


def say(template: str, /, sense: str = "", **values: Any) -> Sentence:
    """A sentence; ``values`` fill the ``{name}`` places of its literal ``template``, which is looked up in catalogues."""
    made = Sentence(template.format(**values) if values else template)
    made.template, made.sense, made.values = template, sense, values
    return made


def counted(one: str, many: str, number: int, /, **values: Any) -> Counted:
    """A sentence in the form that goes with ``number``, which fills ``{count}``, with commas between thousands."""
    values = {"count": f"{number:,}", **values}
    made = Counted((one if number == 1 else many).format(**values))
    made.template, made.sense, made.values, made.many, made.number = one, "", values, many, number
    return made


def joined(separator: str, parts: Iterable[str]) -> str:
    """``separator.join(parts)`` that keeps the sentences among the parts."""
    kept = tuple(parts)
    if not any(isinstance(part, Sentence) for part in kept):
        return separator.join(kept)
    if len(kept) == 1:
        return kept[0]
    made = Joined(separator.join(kept))
    made.template, made.sense, made.values, made.parts = separator, "", {}, kept
    return made


def capital(text: str) -> str:
    """The text with a capital letter first, in whichever language it is told."""
    english = text[:1].upper() + text[1:]
    if not isinstance(text, Sentence):
        return english
    made = Capital(english)
    made.template, made.sense, made.values, made.inner = str(text), "", {}, text
    return made


def named(kind: str, code: str, english: str) -> Named:
    """The name of a language or country; ``kind`` as in ``Tongue.name``."""
    made = Named(english)
    made.template, made.sense, made.values = code, kind, {}
    return made


def told(text: object, tongue: Tongue) -> str:
    """A sentence in the given language; anything else as it is written."""
    if isinstance(text, BaseException):
        text = str(text)
    return text.told(tongue) if isinstance(text, Sentence) else str(text)


def _filled(template: str, values: Mapping[str, Any], tongue: Tongue) -> str:
    if not values:
        return template
    return template.format(**{name: _said(value, tongue) for name, value in values.items()})


def _said(value: object, tongue: Tongue) -> object:
    return told(value, tongue) if isinstance(value, Sentence | BaseException) else value
