"""What there is to say of a term, from its declaration and the documents around it; pure, so testable without a display."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model import paths, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import EditError
from slaeditor.model.paths import Path
from slaeditor.model.terms import Better, Field, Kind, Shape, is_empty
from slaeditor.ui.words import told, tr


@dataclass(frozen=True)
class Explanation:
    """``place`` is where the term stands, ``facts`` are pairs of a name and what there is to say under it."""

    title: str
    place: str
    help: str
    facts: tuple[tuple[str, str], ...]

    @property
    def spoken(self) -> str:
        """All of it in one text, to be read aloud."""
        said = [self.title, self.help, *(f"{name}: {words}" for name, words in self.facts)]
        return ". ".join(part.rstrip(".") for part in said if part) + "."


def explanation(
    document: Agreement, path: Path, *, base: Agreement | None = None, standard: Agreement | None = None, here: str = ""
) -> Explanation | None:
    """The explanation of the term at the path, or of the table of the row there; None when there is no such term.

    ``base`` is the last revision and ``standard`` what the agreement started from, if they are known; ``here`` is what the
    widget itself says of how it is worked or what to write.
    """
    try:
        declared = paths.field_at(path)
        words = text.place(document, path)
    except EditError:
        return None
    term = declared.term
    facts = [
        (tr("You can write"), _examples(declared)),
        (tr("Unit"), tr(term.unit) if term.unit and declared.kind is not Kind.MONEY else ""),
        (tr("For the customer"), _better(declared)),
        (tr("Needed"), tr("before the agreement can be issued") if term.obligatory else ""),
        (tr("Internal"), tr("for colleagues only; no export contains it") if paths.is_internal(path) else ""),
    ]
    if declared.kind not in (Kind.ROWS, Kind.GROUP) and not paths.is_row(path):
        facts += [
            (tr("Standard"), _value(standard, path, declared)),
            (tr("Last revision"), _value(base, path, declared)),
        ]
    facts.append((tr("Here"), here))
    shown = tuple((name, said) for name, said in facts if said)
    return Explanation(tr(term.label), " › ".join(map(told, words[:-1])), tr(term.help), shown)


def _value(document: Agreement | None, path: Path, declared: Field) -> str:
    if document is None or not paths.exists(document, path):
        return ""
    value = paths.find(document, path)
    return tr("says nothing here") if is_empty(value) else told(text.value_text(document, declared, value))


def _better(declared: Field) -> str:
    rows = declared.kind is Kind.ROWS
    match declared.term.better:
        case Better.HIGHER:
            return tr("one more row is better") if rows else tr("more is better")
        case Better.LOWER:
            return tr("one more row is worse") if rows else tr("less is better")
        case Better.AS_METRIC:
            return tr("better in the direction of its metric")
        case Better.NEUTRAL:
            return ""


def _examples(declared: Field) -> str:
    match declared.kind:
        case Kind.DURATION:
            return tr("4 h · 90 min · 1 h 30 · 2 wd · 4 h elapsed")
        case Kind.PERCENT:
            return "99.95 · 99,95 %"
        case Kind.MONEY:
            return "18000 · 18,000.00 · € 18 000 · 18.000,00 EUR"
        case Kind.DATE:
            return tr("2027-01-31 · 31.1.2027 · 31 January 2027")
        case Kind.TIME:
            return "09:30"
        case Kind.TEXTS if declared.term.shape is not Shape.LANGUAGE:
            return tr("one on each line")
        case Kind.TEXT if declared.term.shape is Shape.COUNTRY:
            return tr("a country’s name, or its code of two letters")
        case Kind.TEXT if declared.term.shape is Shape.CURRENCY:
            return tr("a currency’s code, such as EUR")
        case _:
            return ""
