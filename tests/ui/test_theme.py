"""One design in one file: its colours can be read, and no style stands anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton

import slaeditor.ui
from slaeditor.ui import theme
from slaeditor.ui.theme import DARK, LIGHT, Colours, Theme

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
GROUNDS = ("window", "base", "raised", "selection")
TEXTS = ("text", "muted", "neutral", "accent", "better", "worse", "finding")
STYLE = re.compile(r"setStyleSheet\(|#[0-9a-fA-F]{6}\b|QColor\(\s*(\"|\d)|\d+px\b")
HOME = {"tokens.py", "sheet.py", "theme.py"}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [channel / 255 for channel in QColor(colour).getRgb()[:3]]  # type: ignore[index]  # typed as object
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@SCHEMES
def test_every_text_can_be_read_on_every_ground(scheme: Colours) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [
        ("text", "mark"),
        ("text", "rank_grave"),
        ("text", "rank_middle"),
        ("text", "rank_calm"),
        ("text", "line"),
    ]
    pairs += [("on_accent", "accent"), ("on_accent", "accent_strong")]
    faint = {
        pair: round(found, 2)
        for pair in pairs
        if (found := contrast(getattr(scheme, pair[0]), getattr(scheme, pair[1]))) < 4.5
    }
    assert not faint


@SCHEMES
def test_outlines_and_the_ring_of_the_focus_can_be_seen(scheme: Colours) -> None:
    pairs = [(edge, ground) for edge in ("edge", "accent") for ground in ("window", "base")]
    pairs += [("accent", "raised"), ("accent", "selection"), ("text", "window")]
    faint = [pair for pair in pairs if contrast(getattr(scheme, pair[0]), getattr(scheme, pair[1])) < 3]
    assert not faint


def test_no_style_stands_outside_the_theme() -> None:
    files = sorted(Path(slaeditor.ui.__file__).parent.rglob("*.py"))
    assert len(files) > 60
    found = [
        f"{file.name}:{number}: {line.strip()}"
        for file in files
        if file.name not in HOME
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if STYLE.search(line)
    ]
    assert not found


def test_every_shipped_icon_is_used() -> None:
    there = {file.stem for file in (Path(slaeditor.ui.__file__).parents[2] / "resources" / "icons").glob("*.svg")}
    source = "\n".join(file.read_text("utf-8") for file in Path(slaeditor.ui.__file__).parent.rglob("*.py"))
    own = {f"{kind}-{scheme}" for kind in ("tick", "part", "down") for scheme in ("light", "dark")}
    assert {name for name in there - own if f'"{name}"' not in source} == set()


def test_an_icon_follows_the_scheme(qapp: QApplication) -> None:
    look = Theme(qapp, force_dark=False)
    button = QPushButton()
    theme.put_icon(button, "arrow-up", "accent")

    def ink() -> QColor:
        image = button.icon().pixmap(16).toImage()
        return max((image.pixelColor(x, 8) for x in range(16)), key=QColor.alpha)

    try:
        assert contrast(ink().name(), LIGHT.accent) < 1.3
        look.force(dark=True)
        assert contrast(ink().name(), DARK.accent) < 1.3
    finally:
        look.force(dark=False)
        button.deleteLater()
        look.deleteLater()


def test_a_missing_icon_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-thing"):
        theme.icon("no-such-thing")
