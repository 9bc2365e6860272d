"""The provider's logo: any picture that a person chooses, made small and plain, or refused in a sentence."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from slaeditor.model.errors import UserError
from slaeditor.ui.words import tr

MOST_BYTES: Final = 10_000_000
LEAST_PIXELS: Final = 16
MOST_PIXELS: Final = 12_000
MOST_LONGER: Final = 12
"""A picture that is so many times longer than high is a line on the page, and no logo."""

ROOM: Final = QSize(720, 240)
"""What the cover can show at 300 dots an inch: 6 by 2 centimetres."""


def prepared(name: str, data: bytes) -> bytes:
    """The picture as a PNG of at most the room's size; ``UserError`` says why it cannot be taken. Same picture, same bytes."""
    if len(data) > MOST_BYTES:
        raise _refused(tr("“{name}” is larger than 10 MB.", name=name))
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in (b"png", b"jpeg"):
        raise _refused(tr("“{name}” is no PNG or JPEG picture.", name=name))
    if size.isValid() and max(size.width(), size.height()) > MOST_PIXELS:
        raise _refused(tr("“{name}” has more than 12,000 pixels on a side.", name=name))
    image = reader.read()
    if image.isNull():
        raise _refused(tr("“{name}” is damaged: it cannot be read as a picture.", name=name))
    wide, high = image.width(), image.height()
    if min(wide, high) < LEAST_PIXELS:
        raise _refused(tr("“{name}” is too small: a logo has at least 16 pixels on each side.", name=name))
    if max(wide, high) > MOST_LONGER * min(wide, high):
        raise _refused(tr("“{name}” is too long and thin for a logo.", name=name))
    return _png(image)


def _png(image: QImage) -> bytes:
    if image.width() > ROOM.width() or image.height() > ROOM.height():
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(ROOM, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    for key in plain.textKeys():
        plain.setText(key, "")
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(target, "PNG")  # type: ignore[call-overload]  # takes a device as well as a file name
    return bytes(target.data().data())


def _refused(what: str) -> UserError:
    return UserError(what, kept=tr("The logo was not changed."), remedy=tr("Choose a PNG or JPEG picture."))
