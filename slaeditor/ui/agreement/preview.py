"""The Preview dock: the real pages of the PDF, made off the GUI thread, at the section that is being edited."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path
from slaeditor.ui.agreement import pdf_pages
from slaeditor.ui.agreement.on_paper import place_of
from slaeditor.ui.agreement.page_number import PageNumber
from slaeditor.ui.agreement.pane_bar import tool_button
from slaeditor.ui.agreement.paper import Paper
from slaeditor.ui.agreement.pdf_pages import PdfFile
from slaeditor.ui.desk import Desk
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.pieces import Elided, column, label, line
from slaeditor.ui.shell import Shell
from slaeditor.ui.spoken import place
from slaeditor.ui.words import told, tr

DEBOUNCE_MS = 600


class PreviewDock(QWidget):
    """``went`` gives the term that a person clicks on.

    Renders only while it can be seen, and only what the document has become when typing pauses.
    """

    went = Signal(object)  # Path

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._rendered: Agreement | None = None
        self._path: Path = ()
        self.paper = Paper(lambda path: " › ".join(place(shell.session.document, path)))
        self.page = PageNumber()
        self.page.asked.connect(self.paper.show_page)
        self._busy = Elided(size="small", tint="muted")
        self._busy.setObjectName("preview_words")
        self._busy.setMinimumWidth(1)
        self.words = QWidget()
        row = line(self.words)
        row.addWidget(self.page)
        row.addWidget(self._busy, 1)
        self._fault = label(tint="worse", wrap=True, name="preview_fault")
        self._fault.hide()
        self.tools: list[QWidget] = []
        for sign, name, act in (
            ("zoom-out", tr("Smaller"), "zoom_out"),
            ("zoom-in", tr("Larger"), "zoom_in"),
            ("move-horizontal", tr("Fit the width"), "zoom_fit"),
        ):
            made = tool_button(sign, name, f"preview_{act}")
            made.clicked.connect(lambda _=False, act=act: self.act(act))
            self.tools.append(made)
        box = column(self, spacing=0)
        box.addWidget(self._fault)
        box.addWidget(self.paper, 1)
        self.timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self.timer.timeout.connect(self.render_now)
        self.paper.wanted.connect(self._draw)
        shell.preferences.changed.connect(self._set)
        self.paper.went.connect(self.went)
        self.paper.verticalScrollBar().valueChanged.connect(lambda _: self._tell())

    def act(self, name: str) -> None:
        """Zoom, by the id of the action."""
        match name:
            case "zoom_in":
                self.paper.step_zoom(1)
            case "zoom_out":
                self.paper.step_zoom(-1)
            case "zoom_fit":
                self.paper.set_zoom(0)

    def stale(self) -> None:
        """The document is another one: render it when typing pauses."""
        if self.isVisible():
            self.timer.start(DEBOUNCE_MS)

    def follow(self, path: Path) -> None:
        """Show the pages where this term stands, and mark it there."""
        self._path = path
        if path != self.paper.marked:
            self.paper.mark(path)
        self._scroll()

    def render_now(self) -> None:
        """Begin to render the document as it is."""
        document = self._shell.session.document
        if document is self._rendered or not self._shell.session.is_open:
            return
        self._rendered = document
        stand, exports = self._desk.stand, self._shell.exports
        self._busy.set_text(tr("Drawing …"), "…")

        def done(result: Ok[PdfFile] | Err) -> None:
            self._busy.set_text("")
            match result:
                case Ok(file):
                    self._fault.hide()
                    self.paper.show_file(file)
                    self._scroll()
                    self._tell()
                case Err(error):
                    self._rendered = None
                    self._fault.setText(told(error))
                    self._fault.show()
                    self._tell()

        def work() -> PdfFile:
            made = exports.preview(document, stand)
            return pdf_pages.read(made.data, made.places, made.boxes)

        self._shell.heavy.start(lambda _: work(), done, key="preview")

    def forget(self) -> None:
        """Another agreement was opened."""
        self._rendered = None
        self.paper.file = None
        self._tell()
        self.stale()

    def _set(self, what: str) -> None:
        """Another logo makes other pages."""
        if what == "logo":
            self._rendered = None
            self.stale()

    def showEvent(self, event: QShowEvent) -> None:
        """What nobody saw was not rendered."""
        super().showEvent(event)
        self.timer.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self.timer.stop()

    def _draw(self, page: int, scale: float) -> None:
        file = self.paper.file
        if file is None:
            return

        def done(result: Ok[QImage] | Err) -> None:
            if isinstance(result, Ok):
                self.paper.show_picture(file, page, scale, result.value)

        self._shell.heavy.start(lambda _: pdf_pages.picture(file, page, scale), done, key=f"page {page}")

    def _scroll(self) -> None:
        file = self.paper.file
        if file is not None and self._path and (at := place_of(file.places, self._path)) is not None:
            self.paper.go_to(*at)

    def _tell(self) -> None:
        count = len(self.paper.file.sizes) if self.paper.file is not None else 0
        self.page.show_page(self.paper.page, count)
