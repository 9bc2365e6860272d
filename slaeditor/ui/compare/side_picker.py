"""The choice of one side of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from slaeditor.model.agreement import Agreement
from slaeditor.model.errors import DocumentError
from slaeditor.ui.compare.sides import Side, revision_words
from slaeditor.ui.files import read_file
from slaeditor.ui.jobs import Err, Ok
from slaeditor.ui.pieces import ElidedBox
from slaeditor.ui.records import Held, Query, Revision
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import tr

FILES = ("json", "slaj", "pdf")
"""Where a document can be read from: as JSON, in an agreement file, attached to a PDF of ours."""


class SidePicker(ElidedBox):
    """Offers draft, revisions and standards at once; agreements and files after a question."""

    picked = Signal()

    def __init__(self, shell: Shell, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
        self.setMinimumContentsLength(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._shell = shell
        self._offered: list[Side | str] = []
        self._sides: list[Side | str] = []
        self._side: Side | None = None
        self.activated.connect(self._activated)

    @property
    def side(self) -> Side | None:
        """What is chosen."""
        return self._side

    def take(self, side: Side | None) -> None:
        """Choose a side from outside."""
        self._side = side
        self._refill()

    def offer(self) -> None:
        """Read anew what there is to choose from."""
        session, library = self._shell.session, self._shell.library
        self._offered = [side for side in (Side.of_session(session),) if session.is_open and not session.read_only]
        self._offered += self._standards()
        self._refill()
        agreement = session.agreement
        if not agreement:
            return

        def done(result: Ok[Sequence[Revision]] | Err) -> None:
            match result:
                case Ok(found):
                    place = 1 if self._offered and isinstance(self._offered[0], Side) and self._offered[0].live else 0
                    self._offered[place:place] = [self._of_revision(agreement, one) for one in reversed(found)]
                    self._refill()
                case Err(error):
                    self._shell.report(error)

        self._shell.runner.start(lambda _: library.revisions(agreement), done, key=f"revisions for {self.objectName()}")

    def _standards(self) -> list[Side | str]:
        known = self._shell.standards
        found: list[Side | str] = [
            Side(tr("Standard: {title}", title=one.title), read=partial(known.document, one.id))
            for one in known.standards()
        ]
        return [*found, "agreement", "file"]

    def _of_revision(self, agreement: str, one: Revision) -> Side:
        library = self._shell.library
        read = partial(library.revision, agreement, one.ordinal)
        return Side.of_revision(one.ordinal, message=one.message, read=read)

    def _refill(self) -> None:
        self.clear()
        words = {"agreement": tr("Agreement in the library…"), "file": tr("File…")}
        self._sides = list(self._offered)
        same = [isinstance(one, Side) and self._side is not None and one.is_same(self._side) for one in self._sides]
        if self._side is not None and True not in same:
            self._sides.insert(0, self._side)
            same.insert(0, True)
        for one in self._sides:
            self.addItem(words[one] if isinstance(one, str) else one.label)
        self.setCurrentIndex(same.index(True) if True in same else -1)

    def _activated(self, number: int) -> None:
        chosen = self._sides[number]
        if isinstance(chosen, Side):
            self._choose(chosen)
        elif chosen == "file":
            self._file()
        else:
            self._agreement()

    def _choose(self, side: Side) -> None:
        self.take(side)
        self.picked.emit()

    def _file(self) -> None:
        source = self._shell.asker.open_from(tr("Compare with a file"), FILES, tr("Documents"))
        if source is None:
            self._refill()
            return
        library, shell = self._shell.library, self._shell

        def read() -> Sequence[Held]:
            try:
                return library.documents_in(read_file(source))
            except DocumentError as error:
                what = tr("“{name}” cannot be compared: {error}", name=source.name, error=error.what)
                raise DocumentError(what, remedy=error.remedy) from error

        def ask(result: Ok[Sequence[Held]] | Err) -> None:
            if isinstance(result, Err):
                self._refill()
                shell.report(result.error)
                return
            found = result.value
            names = [_held_words(one) for one in found]
            taken = shell.asker.choose(source.name, tr("Which version?"), names) if len(found) > 1 else 0
            if taken is None:
                self._refill()
                return
            one = found[taken]
            words = f"{source.name} · {names[taken]}" if len(found) > 1 else source.name
            self._choose(Side(words, document=one.document, sealed=one.sealed))

        shell.runner.start(lambda _: read(), ask)

    def _agreement(self) -> None:
        library = self._shell.library

        def ask(result: Ok[list[tuple[str, str]]] | Err) -> None:
            if isinstance(result, Err):
                self._shell.report(result.error)
                return
            names = [words for _, words in result.value]
            taken = self._shell.asker.choose(tr("Compare"), tr("Which agreement?"), names)
            if taken is None:
                self._refill()
                return
            agreement, words = result.value[taken]

            def read() -> Agreement:
                return library.working(agreement).document

            self._choose(Side(words, read=read))

        def read_rows() -> list[tuple[str, str]]:
            return [
                (row.id, " · ".join(part for part in (row.customer, row.title, row.number) if part))
                for row in library.rows(Query())
            ]

        self._shell.runner.start(lambda _: read_rows(), ask)


def _held_words(one: Held) -> str:
    """What one of the documents of a file is called."""
    return revision_words(one.revision, one.message) if one.revision else tr("Draft")
