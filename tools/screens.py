"""Draws every place of the window, light and dark, in two sizes, to docs/screens: ``python -m tools.screens [NAME …]``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from itertools import product
from pathlib import Path

if __name__ == "__main__":
    # Before anything imports Qt: pictures are drawn in memory.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()  # or times are told in the machine's zone until something else asks for the zone anew

from PIL import Image
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from slaeditor import resources
from slaeditor.ui.theme import Theme
from tools.scenes import SCENES, Scene
from tools.stage import Stage, furnish

SIZES = ((1440, 900), (1100, 720))
TARGET = Path(__file__).parent.parent / "docs" / "screens"
COLOURS, EXACT, STRONG = 256, 96, 16


def draw(scene: Scene, library: Path, target: Path, scheme: str, width: int, height: int, language: str = "en") -> Path:
    """Play a scene and keep its picture."""
    stage = Stage(library, width, height, language)
    try:
        scene.act(stage)
        stage.wait()
        target.mkdir(parents=True, exist_ok=True)
        picture = target / f"{scene.name}-{scheme}-{width}.png"
        _whole(stage.front).save(str(picture))
    finally:
        stage.close()
    squeeze(picture)
    return picture


def _whole(window: QWidget) -> QPixmap:
    """The window, and the panes that float above it."""
    picture = window.grab()
    painter = QPainter(picture)
    for pane in window.findChildren(QDockWidget):
        if pane.isFloating() and pane.isVisible():
            painter.drawPixmap(pane.pos() - window.pos(), pane.grab())
    painter.end()
    return picture


def squeeze(picture: Path) -> None:
    """Few colours are enough for a window; the file is a third of the size.

    The colours that cover most are kept as they are, each pixel of a strong colour counted many times: a small mark is told by
    its colour. The others are brought near to what they were.
    """
    with Image.open(picture) as image:
        whole = image.convert("RGB")
    bands = [band.tobytes() for band in whole.split()]
    counted = Counter(zip(*bands, strict=True))
    exact = sorted(counted, key=lambda one: -counted[one] * (255 + STRONG * (max(one) - min(one))))[:EXACT]
    near = whole.quantize(COLOURS - len(exact), dither=Image.Dither.NONE)
    places = {colour: COLOURS - len(exact) + number for number, colour in enumerate(exact)}
    small = Image.new("P", whole.size)
    small.putdata([places.get(colour, at) for colour, at in zip(zip(*bands, strict=True), near.tobytes(), strict=True)])
    palette = (near.getpalette() or [])[: 3 * (COLOURS - len(exact))]
    palette += [0] * (3 * (COLOURS - len(exact)) - len(palette))
    small.putpalette(palette + [part for colour in exact for part in colour])
    small.save(picture, optimize=True)


def main() -> int:
    """Draw the scenes named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="scenes to draw (default: all)")
    parser.add_argument("--to", type=Path, default=TARGET, help="the folder for the pictures")
    parser.add_argument("--scheme", choices=("light", "dark"), help="only this scheme")
    parser.add_argument("--width", type=int, help="only this width")
    parser.add_argument("--language", default="en", help="the language of the window, by its code (default: en)")
    options = parser.parse_args()
    unknown = set(options.names) - {scene.name for scene in SCENES}
    if unknown:
        parser.error(f"there is no scene {', '.join(sorted(unknown))}")
    app = QApplication([])
    for face in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(face))
    app.setFont(QFont("Noto Sans", 10))
    app.setQuitOnLastWindowClosed(False)
    theme = Theme(app, force_dark=False)
    scenes = [scene for scene in SCENES if not options.names or scene.name in options.names]
    with tempfile.TemporaryDirectory() as folder:
        shelves = {name: Path(folder) / name for name in {scene.shelf for scene in scenes} - {"empty"}}
        for name, shelf in shelves.items():
            furnish(shelf, name)
        for scheme in ("light", "dark") if options.scheme is None else (options.scheme,):
            theme.force(dark=scheme == "dark")
            for scene, (width, height) in product(scenes, SIZES):
                if options.width in (None, width):
                    library = Path(folder) / f"{scene.name}-{scheme}-{width}" / "Agreements.slalib"
                    library.parent.mkdir()
                    if scene.shelf in shelves:
                        shutil.copy(shelves[scene.shelf], library)
                    picture = draw(scene, library, options.to, scheme, width, height, options.language)
                    print(picture.name, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
