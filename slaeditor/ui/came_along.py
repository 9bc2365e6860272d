"""Texts that came with a step and were not understood: undo takes them away with it, redo brings them back; no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.model.agreement import Agreement
from slaeditor.model.paths import Path

Texts = Mapping[Path, str]


class CameAlong:
    """Remembers for documents that a step led to what came with that step."""

    def __init__(self) -> None:
        self._with: dict[int, tuple[Agreement, Texts]] = {}  # the document is kept so that its identity stays its own

    def note(self, document: Agreement, texts: Texts) -> None:
        """The step that led to this document brought these texts."""
        if texts:
            self._with[id(document)] = (document, dict(texts))

    def gone(self, document: Agreement, held: Texts) -> dict[Path, None]:
        """What goes when the step to this document is undone: its texts, unless something else was typed there since."""
        return {path: None for path, text in self._of(document).items() if held.get(path) == text}

    def back(self, document: Agreement, held: Texts) -> Texts:
        """What comes back when the step to this document is done again, where nothing else is held now."""
        return {path: text for path, text in self._of(document).items() if path not in held}

    def _of(self, document: Agreement) -> Texts:
        return self._with.get(id(document), (document, {}))[1]
