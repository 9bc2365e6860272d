"""Makes the PDF: outline, one layout, one drawing, the document itself attached."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from slaeditor.export.blocks import Cover, Outline
from slaeditor.export.context import Context
from slaeditor.export.outline import outline
from slaeditor.export.pdf import drawing, fonts, marks, styles
from slaeditor.export.pdf.boxes import Boxes, boxes
from slaeditor.export.pdf.layout import Layout, Places, lay_out, nearest, targets
from slaeditor.export.pdf.logo import logo_of
from slaeditor.model import canonical, text
from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path

if TYPE_CHECKING:
    from slaeditor.export.pdf.sheet import Sheet

ATTACHMENT = "agreement.json"
"""The name of the attached canonical JSON."""


class Printed(NamedTuple):
    """A PDF; for every term, row and heading its page (from 0) and its points from the page's top; and all that states them."""

    data: bytes
    places: Places
    boxes: Boxes


def render(document: Agreement, context: Context) -> bytes:
    """The agreement as PDF. The same document and context give the same bytes.

    Raises ``ValueError`` when the context names another content hash than the document's: that is a bug of the caller.
    """
    return _draw(document, context)[0]


def printed(document: Agreement, context: Context) -> Printed:
    """The PDF, and where everything stands in it; raises as ``render``."""
    data, layout = _draw(document, context)
    return Printed(data, layout.places, boxes(layout, styles.frame(context.paper)))


def _draw(document: Agreement, context: Context) -> tuple[bytes, Layout]:
    sealed = canonical.sealed_json(document)
    if hashlib.sha256(sealed).hexdigest() != context.content_hash:
        raise ValueError("the context's content hash is not that of the document")
    return draw(outline(document, context), context, sealed)


def draw(content: Outline, context: Context, sealed: bytes) -> tuple[bytes, Layout]:
    """An outline as PDF with ``sealed`` attached, and how it was laid out."""
    from slaeditor.export.pdf.sheet import Facts, Sheet

    fonts.register()
    frame = styles.frame(context.paper)
    logo = logo_of(context.logo)
    layout = lay_out(content, frame, above=logo.room if logo else 0.0)
    target = BytesIO()
    sheet = Sheet(
        target,
        (frame.width, frame.height),
        Facts(
            title=fonts.for_viewers(content.title),
            author=fonts.for_viewers(content.author or context.product),
            subject=fonts.for_viewers(content.subject),
            keywords=f"revision {context.revision}, {context.status.value}, SHA-256 {context.content_hash}",
            language=content.language,
            product=context.product,
            made=context.exported,
        ),
    )
    if context.mark:
        marks.define_watermark(sheet, frame, context.mark)
    if logo:
        logo.draw(sheet, frame)  # the pages follow, the cover first
    _draw_pages(sheet, layout, frame, context, _furniture(content, context))
    _label_pages(sheet, layout)
    sheet.attach(ATTACHMENT, sealed, "The agreement as data; its SHA-256 is the content hash printed on every page")
    sheet.save()
    return target.getvalue(), layout


def _furniture(content: Outline, context: Context) -> marks.Furniture:
    cover = next((block for block in content.blocks if isinstance(block, Cover)), None)
    parts = [
        *([cover.number.text] if cover and cover.number.text else []),
        f"Revision {context.revision}",
        context.mark or context.status.value,
        text.date_text(context.exported.date()),
        context.content_hash[:12],
    ]
    return marks.Furniture(
        title=content.title,
        label=cover.label.text if cover else "",
        footer="   ·   ".join(parts),
    )


def _keys(layout: Layout) -> dict[Path, str]:
    """A name for each place that something leads to, and for the entries of the PDF's outline."""
    found = {nearest(layout.places, path) for path in targets(layout)} - {()}
    found |= {entry.place for entry, _, _ in layout.entries}
    return {path: f"p{number}" for number, path in enumerate(sorted(found), start=1)}


def _draw_pages(
    sheet: Sheet, layout: Layout, frame: styles.Frame, context: Context, furniture: marks.Furniture
) -> None:
    keys = _keys(layout)
    at_page: dict[int, list[tuple[str, float]]] = {}
    for path, key in keys.items():
        where, y = layout.places[path]
        at_page.setdefault(where, []).append((key, y))
    entries: dict[int, list[tuple[str, str, int]]] = {}
    for entry, number, _ in layout.entries:
        entries.setdefault(number, []).append((entry.text, keys[entry.place], entry.level))
    total = len(layout.pages)
    for number, page in enumerate(layout.pages):
        marks.draw(
            sheet, frame, furniture,
            page=number + 1, total=total, label=layout.labels[number], mark=context.mark, cover=number == 0,
        )  # fmt: skip
        for key, y in at_page.get(number, ()):
            sheet.bookmarkPage(key, fit="XYZ", left=0, top=frame.height - max(y - 8.0, 0.0), zoom=0)
        for words, key, level in entries.get(number, ()):
            sheet.addOutlineEntry(fonts.for_viewers(words), key, level, closed=level == 0)
        drawing.lines(sheet, frame, page)
        drawing.text(sheet, frame, page)
        drawing.links(sheet, frame, page, lambda path: keys.get(nearest(layout.places, path)))
        for strip, y, repeated in page.placed:
            for name, box in () if repeated else strip.field:
                top = frame.height - frame.top - y - box.y
                left = frame.left + box.x
                sheet.signature_field(name, (left, top - box.height, left + box.width, top))
        sheet.showPage()


def _label_pages(sheet: Sheet, layout: Layout) -> None:
    """The labels that a viewer shows are those that are printed."""
    sheet.addPageLabel(0, "ARABIC", 1)
    for page, letter in layout.starts:
        sheet.addPageLabel(page, "ARABIC", 1, f"{letter}-")
