"""What the list of sections offers for a section: where else it can be seen."""

from __future__ import annotations

from slaeditor.ui.agreement.changes import ChangesDock
from slaeditor.ui.agreement.panes import Panes
from slaeditor.ui.agreement.preview import PreviewDock
from slaeditor.ui.agreement.problems import ProblemsDock
from slaeditor.ui.agreement.states import SectionState
from slaeditor.ui.context_menu import Item
from slaeditor.ui.words import tr


def section_menu(
    state: SectionState | None, panes: Panes, problems: ProblemsDock, changes: ChangesDock, preview: PreviewDock
) -> list[Item]:
    """The menu of a section, by how it stands."""
    if state is None:
        return []

    def show(pane: str, where: ProblemsDock | ChangesDock) -> None:
        panes.open_pane(pane)
        where.choose_section(state.name)

    def look() -> None:
        panes.open_pane("preview")
        preview.follow((state.name,))

    return [
        Item("problems", tr("Problems of this section"), lambda: show("problems", problems), state.findings > 0),
        Item("changes", tr("Changes of this section"), lambda: show("changes", changes), state.changed),
        Item("preview", tr("Show in the preview"), look),
    ]
