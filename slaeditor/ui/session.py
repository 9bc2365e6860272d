"""The document being worked on: edits, undo and redo, autosave; every page reads it here and none keeps its own copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.model import compare, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.edits import Edit
from slaeditor.model.errors import UserError
from slaeditor.model.paths import Path
from slaeditor.ui.came_along import CameAlong
from slaeditor.ui.jobs import Err, JobRunner, Ok
from slaeditor.ui.records import Conflict
from slaeditor.ui.undo import Timeline
from slaeditor.ui.words import tr

AUTOSAVE_MS = 500
"""From the first unsaved keystroke to the save: with the writing itself it stays within a second."""

RETRY_MS = 5_000

SaveDraft = Callable[[str, Agreement, int], int]
"""``save_draft(agreement, document, expected version) -> new version``; raises ``Conflict`` or another ``UserError``."""

KeepUnparsed = Callable[[str, Mapping[str, str]], None]
"""``keep_unparsed(agreement, texts by place)``; raises ``UserError``."""


class Session(QObject):
    """One per window, for as long as it lives; ``open`` puts another document into it.

    ``loaded`` says that everything is different; ``changed`` carries the changes (``compare.Change``) that an edit, undo or redo
    made. Between the two every page keeps itself up to date. An edit is refused (False) while ``read_only``.
    """

    loaded = Signal()
    changed = Signal(object)  # tuple[compare.Change, ...]
    state_changed = Signal()  # undo texts, modified, saved, read_only
    unparsed_changed = Signal()
    saved = Signal()
    conflict = Signal(object)  # ports.Conflict
    failed = Signal(object)  # UserError of the autosave

    def __init__(
        self,
        runner: JobRunner,
        save_draft: SaveDraft,
        keep_unparsed: KeepUnparsed,
        new_id: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._save_draft = save_draft
        self._keep_unparsed = keep_unparsed
        self._new_id = new_id
        self._timeline = Timeline(Agreement())
        self._along = CameAlong()
        self._saving = False
        self._unparsed: dict[Path, str] = {}
        self._unclear: dict[Path, str] = {}
        self._unparsed_stale = False
        self._stored: Agreement | None = None
        self._conflict: Conflict | None = None
        self.agreement = ""
        self.version = 0
        self.revision = 0
        self.base: Agreement | None = None
        self.read_only = False
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._timer.timeout.connect(self._autosave)

    @property
    def document(self) -> Agreement:
        """The document as it is now; an empty one while none is open."""
        return self._timeline.document

    @property
    def is_open(self) -> bool:
        """Whether there is a document to work on."""
        return bool(self.agreement)

    @property
    def modified(self) -> bool:
        """Whether the document differs from its last revision (``base``), or has none yet."""
        return self.is_open and (self.base is None or self.document != self.base)

    @property
    def unsaved(self) -> bool:
        """Whether something is not in the library yet, not even as a draft."""
        return self.is_open and not self.read_only and self.document is not self._stored

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._saving

    @property
    def conflicted(self) -> bool:
        """Whether nothing is saved any more until the person has chosen between two versions."""
        return self._conflict is not None

    @property
    def settled(self) -> bool:
        """Whether the library has all that was done here: whoever looks at the document has nothing to lose."""
        return not (self.unsaved or self._saving or self._unparsed or self._unclear)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self.undo_text) and not self.read_only

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self.redo_text) and not self.read_only

    @property
    def undo_text(self) -> str:
        """What undo would take back: “change of P1 › Response”."""
        return self._timeline.undo_text

    @property
    def redo_text(self) -> str:
        """What redo would do again."""
        return self._timeline.redo_text

    @property
    def unparsed(self) -> Mapping[Path, str]:
        """What was typed and not understood, by the place where it stands; it never reaches the document."""
        return MappingProxyType(self._unparsed)

    def new_id(self) -> str:
        """An id for a new row."""
        return self._new_id()

    def open(
        self,
        agreement: str,
        document: Agreement,
        *,
        version: int,
        revision: int = 0,
        base: Agreement | None = None,
        read_only: bool = False,
        unparsed: Mapping[str, str] | None = None,
    ) -> None:
        """Work on this document from now on. What was open before is saved first.

        ``unparsed`` is what was typed here before and not understood; what belongs to a row that is gone is left out.
        """
        self.flush()
        self._timeline = Timeline(document)
        self._along = CameAlong()
        places = {paths.parse(place): text for place, text in (unparsed or {}).items()}
        self._unparsed = {path: text for path, text in places.items() if paths.exists(document, path)}
        self._unclear.clear()
        self._unparsed_stale = False
        self._stored = document
        self._conflict = None
        self.agreement, self.version, self.revision = agreement, version, revision
        self.base, self.read_only = base, read_only
        self.loaded.emit()
        self.state_changed.emit()

    def follow(self, document: Agreement, *, version: int, revision: int, base: Agreement | None) -> None:
        """Show what another window saved meanwhile, in place; meant for a ``settled`` document.

        It is a step that undo takes back, if this window has changed something before: its own steps stay in reach behind it.
        """
        before = self.document
        if self.undo_text:
            self._timeline.assume(document, tr("changes made in another window"))
        else:
            self._timeline = Timeline(document)
        self._stored = document
        self.version, self.revision, self.base = version, revision, base
        self.changed.emit(compare.compare(before, self.document))
        self.state_changed.emit()

    def close(self) -> None:
        """Save, and work on nothing."""
        self.open("", Agreement(), version=0)

    def do(self, edit: Edit, *, typing: bool = False) -> bool:
        """Apply an edit; False when it changed nothing. ``typing`` joins it with the step before, if that was typing there, too."""
        if self.read_only or not self.is_open:
            return False
        before = self.document
        return self._told(before, self._timeline.do(edit, typing=typing))

    def assume(self, document: Agreement, name: str) -> bool:
        """Put a whole other document in place of this one, as one step that undo takes back under that name."""
        if self.read_only or not self.is_open:
            return False
        before = self.document
        return self._told(before, self._timeline.assume(document, name))

    def remember(self, former: Agreement, name: str) -> None:
        """Let undo lead back to ``former``, which this document has just replaced under that name."""
        timeline = Timeline(former)
        timeline.assume(self.document, name)
        self._timeline = timeline
        self.state_changed.emit()

    def undo(self) -> bool:
        """Take the last step back, with what came along and was not understood."""
        before = self.document
        did = self.can_undo and self._told(before, self._timeline.undo())
        if did:
            self.set_all_unparsed(self._along.gone(before, self._unparsed))
        return did

    def redo(self) -> bool:
        """Do the step again that was taken back last."""
        before = self.document
        did = self.can_redo and self._told(before, self._timeline.redo())
        if did:
            self.set_all_unparsed(self._along.back(self.document, self._unparsed))
        return did

    def came_along(self, texts: Mapping[Path, str], before: Agreement) -> None:
        """Keep texts that are no values; they go and come with the step from ``before``, if one was done."""
        if self.document is not before:
            self._along.note(self.document, texts)
        self.set_all_unparsed(texts)

    def end_typing(self) -> None:
        """Focus left the editor: what is typed next is a step of its own."""
        self._timeline.end_typing()

    def set_unparsed(self, path: Path, text: str | None) -> None:
        """Note what an editor holds that is not understood, or (None) that it holds no such thing any more."""
        self.set_all_unparsed({path: text})

    def set_all_unparsed(self, texts: Mapping[Path, str | None]) -> None:
        """The same for many places at once, told once."""
        for path in texts:
            self.note_typing(path, "")
        now = {path: text for path, text in {**self._unparsed, **texts}.items() if text is not None}
        if now != self._unparsed:
            self._unparsed = now
            self._keep_soon()
            self.unparsed_changed.emit()

    def note_typing(self, path: Path, text: str) -> None:
        """Keep what is being typed and is no value yet (empty: it is one), as safe as the rest, but find no fault with it yet."""
        if self._unclear.get(path, "") == text:
            return
        if text:
            self._unclear[path] = text
        else:
            del self._unclear[path]
        self._keep_soon()

    def _keep_soon(self) -> None:
        self._unparsed_stale = True
        if not self._timer.isActive():
            self._timer.start(AUTOSAVE_MS)

    def committed(self, document: Agreement, revision: int, version: int) -> None:
        """``document`` was saved as a revision: it is what changes are counted from now on."""
        self.base, self._stored = document, document
        self.revision, self.version = revision, version
        self.state_changed.emit()
        if self.unsaved:
            self._timer.start()

    def overrule(self, version: int) -> None:
        """After a conflict: keep this document; it becomes the draft in place of the other window's, which has ``version``."""
        self.version = version
        self._conflict = None
        self._stored = None
        self._autosave()

    def flush(self) -> None:
        """Save now what is not saved, and wait for it; a fault is told by ``failed`` or ``conflict``."""
        self._timer.stop()
        self._save_unparsed()
        self._runner.finish()
        if self.unsaved and self._conflict is None:
            self._autosave()
            self._runner.finish()

    def rest(self) -> None:
        """Nobody works here any more: nothing is tried again."""
        self._timer.stop()

    def _told(self, before: Agreement, did: bool) -> bool:
        if not did:
            return False
        self.changed.emit(compare.compare(before, self.document))
        self.state_changed.emit()
        if not self._timer.isActive():
            self._timer.start(AUTOSAVE_MS)
        return True

    def _save_unparsed(self) -> None:
        if not self._unparsed_stale or self.read_only or not self.is_open:
            return
        self._unparsed_stale = False
        agreement, keep = self.agreement, self._keep_unparsed
        held = {**self._unparsed, **self._unclear}
        texts = {paths.text_of(path): text for path, text in held.items()}

        def kept(result: Ok[None] | Err) -> None:
            if isinstance(result, Err):
                self.failed.emit(result.error)

        self._runner.start(lambda _: keep(agreement, texts), kept)

    def _autosave(self) -> None:
        self._save_unparsed()
        if self._saving or self._conflict is not None or not self.unsaved:
            return
        self._saving = True
        agreement, document, version, save = self.agreement, self.document, self.version, self._save_draft

        def stored(result: Ok[int] | Err) -> None:
            self._saving = False
            if agreement != self.agreement:
                return
            match result:
                case Ok(number):
                    self._stored, self.version = document, number
                    self.saved.emit()
                    self.state_changed.emit()
                    if self.unsaved:
                        self._timer.start(AUTOSAVE_MS)
                case Err(error):
                    self._refused(error)

        self._runner.start(lambda _: save(agreement, document, version), stored)

    def _refused(self, error: UserError) -> None:
        if isinstance(error, Conflict):
            self._conflict = error
            self.state_changed.emit()  # it is no longer being saved
            self.conflict.emit(error)
        else:
            self.failed.emit(error)
            self._timer.start(RETRY_MS)
