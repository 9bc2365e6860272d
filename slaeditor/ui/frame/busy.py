"""The part of the head that shows long work, how far it is, and lets it be cancelled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from slaeditor.ui import theme
from slaeditor.ui.jobs import Job, JobRunner
from slaeditor.ui.pieces import Elided, button, line
from slaeditor.ui.words import tr

PATIENCE_MS = 300
"""What is done sooner by the store's thread does not show: it would only flicker."""

WORDS = 20 * theme.GRID
"""More would take the title's room; the whole of it is the tool tip."""


class BusyBar(QWidget):
    """Hidden while there is nothing to wait for; work without a name never shows, short work only when it is not so short."""

    def __init__(self, short: JobRunner, heavy: JobRunner) -> None:
        super().__init__()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.setVisible(self._job is not None))
        self.setObjectName("busy")
        box = line(self)
        box.setContentsMargins(0, 0, theme.WIDE, 0)
        self._words = Elided(size="small", tint="muted")
        self._words.setObjectName("busy_words")
        self._words.setFixedWidth(WORDS)
        self._bar = QProgressBar()
        self._bar.setObjectName("busy_bar")
        self._bar.setAccessibleName(tr("How far it is"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(12 * theme.GRID, theme.GRID)
        self._cancel = button(tr("Cancel"), self._stop, kind="flat", name="busy_cancel")
        for part in (self._words, self._bar, self._cancel):
            box.addWidget(part)
        self._job: Job | None = None
        self._busy: dict[int, Job | None] = {}
        for number, runner in enumerate((short, heavy)):
            runner.busy.connect(partial(self._hear, number))
        self.hide()

    def _hear(self, runner: int, job: Job | None) -> None:
        self._busy[runner] = job
        self._show(next((one for one in self._busy.values() if one is not None), None))

    def _show(self, job: Job | None) -> None:
        if job is self._job:
            return
        self._job = job
        self._patience.stop()
        if job is None or self._busy.get(0) is not job:
            self.setVisible(job is not None)
        elif not self.isVisible():
            self._patience.start()
        if job is not None:
            self._cancel.setVisible(job.can_stop)
            self._words.set_text(job.name)
            self._bar.setRange(0, 0)
            job.progressed.connect(self._progress)

    def _progress(self, fraction: float, text: str) -> None:
        if self.sender() is self._job and self._job is not None:
            self._bar.setRange(0, 100)
            self._bar.setValue(int(fraction * 100))
            self._words.set_text(text or self._job.name)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._busy = {number: None if job is self._job else job for number, job in self._busy.items()}
            self._show(None)
