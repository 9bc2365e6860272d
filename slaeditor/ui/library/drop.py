"""What lies over the library while files are dragged above it: that they can be dropped, and what will happen to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from slaeditor.ui import theme
from slaeditor.ui.words import tr

ICON = 6 * theme.GRID


def files_in(dragged: QMimeData) -> list[Path]:
    """The files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]


class Veil(QWidget):
    """Shown over its parent from the moment that files enter until they are dropped or leave."""

    dropped = Signal(object)  # list[Path]

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("drop_veil")
        self.setAccessibleName(tr("Drop files here"))
        self.setAcceptDrops(True)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole parent."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if files_in(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Here they are. They are only read, whatever the other program thinks of moving them."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.hide()
        self.dropped.emit(files_in(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A veil, a dashed frame, an icon and two lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.colour("window"))
        ground.setAlphaF(0.94)
        painter.fillRect(self.rect(), ground)
        pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        frame = self.rect().adjusted(theme.WIDE, theme.WIDE, -theme.WIDE, -theme.WIDE)
        painter.drawRoundedRect(frame, theme.GRID, theme.GRID)
        middle = frame.center()
        box = frame.adjusted(0, frame.height() // 2 - 9 * theme.GRID, 0, 0)
        theme.icon("file-input", "accent").paint(painter, middle.x() - ICON // 2, box.top(), ICON, ICON)
        box.setTop(box.top() + ICON + theme.WIDE)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font("heading", bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(box, flags, tr("Drop the files to import or verify them"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("muted"))
        box.setTop(box.top() + painter.fontMetrics().height() + theme.WIDE)
        painter.drawText(
            box,
            flags,
            tr("Agreement files and JSON documents are imported; PDFs are checked and compared with the library."),
        )
        painter.end()
