"""Closing a window whose agreement cannot be saved: nothing is lost unless the person says so."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from slaeditor.model.canonical import to_json
from slaeditor.model.errors import UserError
from slaeditor.ui.frame.heading import title_of
from slaeditor.ui.frame.toasts import Choice
from slaeditor.ui.shell import Shell
from slaeditor.ui.words import told, tr


class Leaving:
    """Belongs to one window; ``ask`` shows a sentence with choices, ``close`` tries again to close the window."""

    def __init__(self, shell: Shell, ask: Callable[[str, Sequence[Choice]], None], close: Callable[[], object]) -> None:
        self._shell, self._ask, self._close = shell, ask, close
        self._anyway = False

    def allowed(self) -> bool:
        """Save what can be saved; whether the window may close now. If not, it is asked what is to become of the draft."""
        session = self._shell.session
        session.flush()
        if self._anyway or not session.unsaved or session.conflicted:
            return True
        words = tr(
            "“{title}” cannot be saved in the library. What was typed last is only here.",
            title=title_of(session.document),
        )
        choices = [
            (tr("Keep a copy…"), self._keep_copy),
            (tr("Close and lose it"), self._lose),
            (tr("Stay"), lambda: False),
        ]
        self._ask(words, choices)
        return False

    def _keep_copy(self) -> bool:
        """Write the document as a file, then close; True keeps the question where that did not happen."""
        document = self._shell.session.document
        name = f"{document.identity.number or tr('Agreement')}.json"
        target = self._shell.asker.save_to(tr("Keep a copy"), name, "json", tr("Agreement"))
        if target is None:
            return True
        try:
            self._shell.exports.write(target, to_json(document))
        except UserError as error:
            self._shell.say(told(error))  # the question holds the bar
            return True
        return self._lose()

    def _lose(self) -> bool:
        self._anyway = True
        self._close()
        return False
