"""What a screen reader is told of clause text, in which references are objects."""

from __future__ import annotations

from PySide6.QtCore import Qt

from slaeditor.model.edits import SetTerm
from tests.ui.agreement.clause_hands import INTERVAL, at, opened
from tests.ui.agreement.conftest import POPUPS, OpenStage

pytestmark = POPUPS


def test_a_screen_reader_hears_live_values_where_references_stand(stage: OpenStage) -> None:
    st, field = opened(stage, f"Every {INTERVAL}.\nNothing else.\nSee {{section:targets}} and {INTERVAL}.")
    heard: list[str] = []
    field.heard.connect(heard.append)
    at(field, 3)
    field.clearFocus()
    heard.clear()
    field.setFocus()
    assert heard == ["Every 6 months."], "where the keys come in"
    for place in (4, 15, 25):
        at(field, place)
    assert heard[1:] == ["See § Targets and 6 months."]
    at(field, 0)
    assert heard[2:] == ["Every 6 months."]
    at(field, 25)
    st.session.do(SetTerm(("review", "interval_months"), 12))
    at(field, 0)
    assert heard[-1] == "Every 12 months."
    at(field, 6)
    st.key(Qt.Key.Key_Right)
    assert heard[-1] == "Enter goes to Reporting and review › Review interval: 12 months"
    count = len(heard)
    st.keys("x")
    assert len(heard) == count, "typing goes on in the same paragraph"
