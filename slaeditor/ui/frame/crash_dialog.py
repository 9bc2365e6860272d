"""The dialog after a bug: what is saved and what is not, a report to pass on, and the choice to go on or to close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from slaeditor.ui import theme
from slaeditor.ui.bidi import sentence
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.pieces import button, column, label, line
from slaeditor.ui.words import tr

WIDTH = 72 * theme.GRID
TALL = 28 * theme.GRID


class CrashDialog(QDialog):
    """``exec`` is true when the person goes on, and false when they close the program; Escape goes on."""

    def __init__(
        self, rescued: Sequence[Rescued] | None, report: str, place_of_log: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle("slaeditor")
        self.setFixedWidth(WIDTH)
        self._report = report
        box = column(self, margin=theme.WIDER, spacing=theme.GRID)
        box.addWidget(label(tr("Something went wrong in the program"), size="heading", bold=True, wrap=True))
        for number, (words, good) in enumerate(lines(rescued)):
            sign = "✓" if good else "!"
            tint = "better" if good else "worse"
            box.addWidget(label(sentence(f"{sign}  {words}"), tint=tint, wrap=True, name=f"crash_line_{number}"))
        box.addWidget(
            label(
                tr("You can go on. If the program behaves oddly, close it and start it anew."),
                wrap=True,
                name="crash_next",
            )
        )
        place = label(tr("The log is in {place}.", place=place_of_log), tint="muted", size="small", wrap=True)
        box.addWidget(place)
        self._details = QPlainTextEdit(report)
        self._details.setObjectName("crash_details")
        self._details.setAccessibleName(tr("Report"))
        self._details.setReadOnly(True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setFixedHeight(TALL)
        self._details.hide()
        box.addWidget(self._details)
        box.addSpacing(theme.GRID)
        row = line()
        self._copy = button(tr("Copy report"), self._copy_report, kind="flat", name="crash_copy")
        self._more = button(tr("Details"), self._show_details, kind="flat", name="crash_more")
        row.addWidget(self._copy)
        row.addWidget(self._more)
        row.addStretch(1)
        row.addWidget(button(tr("Close the program"), self._leave, name="crash_close"))
        go_on = button(tr("Go on"), self.accept, kind="primary", name="crash_go_on")
        go_on.setDefault(True)
        row.addWidget(go_on)
        box.addLayout(row)
        go_on.setFocus()

    def reject(self) -> None:
        """Whoever only wants this away goes on."""
        self.accept()

    def _leave(self) -> None:
        super().reject()

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy.setText(tr("Copied"))

    def _show_details(self) -> None:
        shown = not self._details.isVisible()
        self._details.setVisible(shown)
        self._more.setText(tr("Hide details") if shown else tr("Details"))
        self.adjustSize()


def lines(rescued: Sequence[Rescued] | None) -> list[tuple[str, bool]]:
    """What became of the work, a sentence for each agreement, and whether it is good."""
    if rescued is None:
        return [(tr("Whether your drafts are saved is not known: saving failed, too."), False)]
    if not rescued:
        return [(tr("Nothing was open that could have been lost."), True)]
    found = []
    for one in rescued:
        if one.saved:
            found.append((tr("“{title}” is saved as a draft, with all that you typed.", title=one.title), True))
        elif one.copy:
            words = tr(
                "“{title}” could not be saved in the library. A copy is in {place}; “Import” takes it in.",
                title=one.title,
                place=one.copy,
            )
            found.append((words, False))
        else:
            words = tr("“{title}” is not saved. Export the agreement as a file before you go on.", title=one.title)
            found.append((words, False))
    return found
