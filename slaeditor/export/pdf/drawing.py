"""Draws the strips of a page: tints and rules as artifacts, then the text, then the links over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from slaeditor.export.pdf.paging import Page
from slaeditor.export.pdf.styles import Colour, Frame
from slaeditor.model.paths import Path

if TYPE_CHECKING:
    from slaeditor.export.pdf.sheet import Sheet


def lines(sheet: Sheet, frame: Frame, page: Page) -> None:
    """Tints and rules, which carry no meaning of their own."""
    if not any(strip.tints or strip.rules for strip, _, _ in page.placed):
        return
    sheet.addLiteral("/Artifact BMC")
    top = frame.height - frame.top
    for strip, y, _ in page.placed:
        for tint in strip.tints:
            sheet.setFillColorRGB(*tint.colour)
            sheet.rect(frame.left + tint.x, top - y - tint.y - tint.height, tint.width, tint.height, stroke=0, fill=1)
    drawn: tuple[float, Colour] | None = None
    for strip, y, _ in page.placed:
        for rule in strip.rules:
            if (rule.weight, rule.colour) != drawn:
                sheet.setLineWidth(rule.weight)
                sheet.setStrokeColorRGB(*rule.colour)
                drawn = (rule.weight, rule.colour)
            sheet.line(frame.left + rule.x0, top - y - rule.y0, frame.left + rule.x1, top - y - rule.y1)
    sheet.addLiteral("EMC")


def text(sheet: Sheet, frame: Frame, page: Page) -> None:
    """All text of the page, in reading order."""
    words = sheet.beginText()
    font: tuple[str, float] | None = None
    colour: Colour | None = None
    top = frame.height - frame.top
    for strip, y, _ in page.placed:
        for seg in strip.segs:
            if not seg.text:
                continue
            words.setTextOrigin(frame.left + seg.x, top - y - seg.y + seg.rise)
            if (seg.font, seg.size) != font:
                font = (seg.font, seg.size)
                words.setFont(*font)
            if seg.colour != colour:
                colour = seg.colour
                words.setFillColorRGB(*colour)
            words.textOut(seg.text)
    sheet.drawText(words)


def links(sheet: Sheet, frame: Frame, page: Page, key: Callable[[Path], str | None]) -> None:
    """A clickable area over each cross-reference; ``key`` names the destination, if there is one."""
    top = frame.height - frame.top
    for strip, y, _ in page.placed:
        for seg in strip.segs:
            name = key(seg.target) if seg.target else None
            if name is not None:
                x, base = frame.left + seg.x, top - y - seg.y
                area = (x, base - seg.size * 0.25, x + seg.width, base + seg.size * 0.85)
                sheet.linkRect("", name, area, relative=0, thickness=0)
