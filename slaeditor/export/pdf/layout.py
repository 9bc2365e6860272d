"""An outline laid out: every strip on its page, every page with its label, every term with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from slaeditor.export.blocks import (
    Annex,
    Block,
    Contents,
    Cover,
    Heading,
    Items,
    Outline,
    PageBreak,
    Paragraph,
    SignaturePage,
    Table,
)
from slaeditor.export.pdf import front, grid, signing, styles
from slaeditor.export.pdf.composing import Composer
from slaeditor.export.pdf.paging import Page, pages
from slaeditor.export.pdf.strips import Strip
from slaeditor.model.paths import Path

Places = dict[Path, tuple[int, float]]
"""Where the term, row or heading at a path stands: page (from 0), and points from the page's top."""


class Part(msgspec.Struct):
    """A stretch of the document that begins on a new page; ``letter`` is that of an annex."""

    strips: list[Strip]
    letter: str = ""
    kind: str = ""


class Layout(msgspec.Struct):
    """The finished pages, with the printed label of each."""

    pages: list[Page]
    labels: list[str]
    starts: list[tuple[int, str]]
    """Where an annex begins: page and letter."""
    places: Places
    entries: list[tuple[front.Entry, int, float]]


def lay_out(outline: Outline, frame: styles.Frame, *, above: float = 0.0) -> Layout:
    """Set every block, break the pages once, then fill in the page labels of the contents.

    ``above`` is the height in points that stays free at the top of the cover.
    """
    cited = frozenset(
        block.path
        for block in outline.blocks
        if isinstance(block, Annex) or (isinstance(block, Heading) and block.level == 1)
    )
    composer = Composer(frame.measure, cited)
    parts = _parts(outline.blocks, composer, frame, above)
    entries = [
        front.Entry(strip.outline[0], strip.outline[1], strip.anchor)
        for part in parts
        for strip in part.strips
        if strip.outline
    ]
    broken = [
        front.contents(composer, entries, (), frame.room) if part.kind == "contents" else pages(part.strips, frame.room)
        for part in parts
    ]
    labels, starts = _labels(parts, broken)
    layout = Layout([page for part in broken for page in part], labels, starts, {}, [])
    _find_places(layout, frame, [part.kind for part, some in zip(parts, broken, strict=True) for _ in some])
    first = 0
    for number, part in enumerate(parts):
        if part.kind == "contents":
            known = [labels[page] for _, page, _ in layout.entries]
            again = front.contents(composer, entries, known, frame.room)
            layout.pages[first : first + len(broken[number])] = again
        first += len(broken[number])
    return layout


def _parts(blocks: Sequence[Block], composer: Composer, frame: styles.Frame, above: float) -> list[Part]:
    parts: list[Part] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        match block:
            case Cover():
                free = [Strip(above, [])] if above else []
                parts.append(Part(free + front.cover(composer, block, frame.room - above), kind="cover"))
            case Contents():
                parts.append(Part([], kind="contents"))
                parts.append(Part([]))
            case Annex():
                heading = Heading(1, "", f"Annex {block.letter} – {block.text}", block.path)
                parts.append(Part(composer.heading(heading), letter=block.letter))
            case SignaturePage():
                parts.append(Part(signing.page(composer, block), kind="signatures"))
            case PageBreak():
                parts.append(Part([]))
            case _:
                if not parts or parts[-1].kind:
                    parts.append(Part([]))
                parts[-1].strips += _strips(block, following, composer)
    return [part for part in parts if part.strips or part.kind]


def _strips(block: Heading | Paragraph | Items | Table, following: Block | None, composer: Composer) -> list[Strip]:
    match block:
        case Heading():
            return composer.heading(block)
        case Paragraph():
            introduces = isinstance(following, Table | Items) or block.text.rstrip().endswith(":")
            return composer.paragraph(block, glue=introduces)
        case Items():
            return composer.items(block)
        case Table():
            return grid.table(composer, block)


def _labels(parts: Sequence[Part], broken: Sequence[Sequence[Page]]) -> tuple[list[str], list[tuple[int, str]]]:
    """Numbers from the cover on; annexes begin anew as A-1."""
    labels: list[str] = []
    starts: list[tuple[int, str]] = []
    letter, count = "", 0
    for part, some in zip(parts, broken, strict=True):
        if part.letter and part.letter != letter:
            letter, count = part.letter, 0
            starts.append((len(labels), letter))
        for _ in some:
            count += 1
            labels.append(f"{letter}-{count}" if letter else str(count))
    return labels, starts


def _find_places(layout: Layout, frame: styles.Frame, kinds: Sequence[str]) -> None:
    """Headings and rows come before mere mentions; the cover, which repeats, is nobody's place."""
    rows: Places = {}
    terms: Places = {}
    for number, page in enumerate(layout.pages):
        if kinds[number] in ("cover", "contents"):
            continue
        for strip, y, repeated in page.placed:
            if repeated:
                continue
            at = (number, frame.top + y)
            if strip.outline:
                layout.places[strip.anchor] = at
                layout.entries.append((front.Entry(*strip.outline, strip.anchor), *at))
            elif strip.anchor:
                rows.setdefault(strip.anchor, at)
            for spot in strip.places:
                terms.setdefault(spot.path, (number, frame.top + y + spot.y))
    layout.places = {**terms, **rows, **layout.places}


def nearest(places: Places, path: Path) -> Path:
    """The path itself, or what stands nearest above it, that has a place; empty when there is none."""
    while path and path not in places:
        path = path[:-1]
    return path


def targets(layout: Layout) -> Iterator[Path]:
    """Every place that some text on a page leads to."""
    for page in layout.pages:
        for strip, _, _ in page.placed:
            yield from (seg.target for seg in strip.segs if seg.target)
