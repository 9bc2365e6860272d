"""The text of the standards: complete, in one voice, without vague words, placeholders, typed figures or loose words."""

import re
from collections.abc import Iterator

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.model.terms import Kind, Shape

VAGUE = (
    "promptly", "timely", "best effort", "best efforts", "reasonable efforts", "best endeavours", "as soon as possible", "asap",
    "immediate", "immediately", "forthwith", "without undue delay", "where appropriate", "as appropriate", "as needed", "and/or", "etc",
    "significant", "significantly", "substantially", "adequate", "sufficient", "from time to time", "as far as possible",
)  # fmt: skip
PLACEHOLDER = re.compile(
    r"\[●\]|\bTBD\b|\bTBC\b|\bXX+\b|\{\{|EDITME|\blorem\b|\bfoo\b|\bexample\.com\b|N\.N\.|\?\?|TODO", re.IGNORECASE
)
OTHER_VERBS = re.compile(r"\b(?:will|should|must|has to|have to|is to|are to|needs to)\b")
LAWFUL_FIGURES = re.compile(r"ISO/IEC 27001|EN 301 549|\(EU\) 2016/679|No\. 6698")
NAMES = re.compile(
    r"ISO/IEC|EN \d+|Payment Card Industry Data Security Standard|Regulation \(EU\)|Turkish Law No\.|Internet|GDPR|KVKK|EU|RTO|RPO|IT\b"
)


def texts(document: Agreement) -> Iterator[tuple[str, str]]:
    """Every text that a reader sees, with its place."""
    for path, declared, value in paths.walk(document):
        if paths.is_internal(path) or declared.term.shape in (Shape.PATH, Shape.ZONE, Shape.CURRENCY):
            continue
        if declared.kind is Kind.TEXT and value:
            yield paths.text_of(path), value
        elif declared.kind is Kind.TEXTS:
            yield from ((paths.text_of(path), one) for one in value)


def rich(document: Agreement) -> Iterator[tuple[str, str]]:
    """The clauses and definitions without their references."""
    for clause in document.legal.clauses:
        yield clause.id, REFERENCE_IN_TEXT.sub("that place", clause.text)
    for definition in document.legal.definitions:
        yield definition.id, REFERENCE_IN_TEXT.sub("that place", definition.meaning)


def test_no_vague_word(document: Agreement) -> None:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, VAGUE))})\b", re.IGNORECASE)
    found = [(place, match[0]) for place, text in texts(document) for match in pattern.finditer(text)]
    assert [one for one in found if not one[0].startswith("priorities.urgencies")] == []


def test_no_placeholder(document: Agreement) -> None:
    assert [(place, text) for place, text in texts(document) if PLACEHOLDER.search(text)] == []


def test_texts_are_tidy(document: Agreement) -> None:
    for place, text in texts(document):
        assert text == text.strip(), place
        assert "  " not in text, place
        assert "'" not in text or place.endswith((".name", ".eve_of")), (place, "straight apostrophe")


def test_clauses_type_no_figure(document: Agreement) -> None:
    for place, text in rich(document):
        assert not re.search(r"\d", LAWFUL_FIGURES.sub("", text)), place


def test_clauses_state_duties_with_shall(document: Agreement) -> None:
    for clause in document.legal.clauses:
        assert not OTHER_VERBS.findall(clause.text), clause.id


def test_paragraphs_are_whole_sentences(document: Agreement) -> None:
    for clause in document.legal.clauses:
        for paragraph in clause.text.split("\n\n"):
            assert paragraph[0].isupper() or paragraph.startswith("{"), clause.id
            assert paragraph.endswith("."), clause.id
            assert "\n" not in paragraph, clause.id


def test_every_definition_is_used(document: Agreement) -> None:
    everything = list(texts(document))
    for definition in document.legal.definitions:
        own = {f"legal.definitions[{definition.id}].word", f"legal.definitions[{definition.id}].meaning"}
        pattern = re.compile(rf"\b{definition.word}(?:s|es)?\b")
        assert any(pattern.search(text) for place, text in everything if place not in own), definition.word


def test_no_word_is_defined_twice(document: Agreement) -> None:
    words = [definition.word.casefold() for definition in document.legal.definitions]
    assert len(words) == len(set(words))


def test_every_capitalised_word_is_defined(document: Agreement) -> None:
    """In clauses a capital inside a sentence marks a defined term, so it must be one."""
    words = sorted((definition.word for definition in document.legal.definitions), key=len, reverse=True)
    known = re.compile(rf"\b(?:{'|'.join(words)})(?:s|es)?\b|\bPriorities\b")
    for place, text in rich(document):
        rest = known.sub("x", NAMES.sub("x", text))
        inside = re.findall(r"(?<![.“]\s)(?<!\n\n)(?<!^)(?<!“)\b[A-Z][a-z]+", rest)
        assert inside == [], (place, inside)
