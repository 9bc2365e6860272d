"""The pages of the window by the id of their place; each is imported when it is first gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slaeditor.ui.desk import Desk
from slaeditor.ui.page import Page
from slaeditor.ui.shell import Shell

if TYPE_CHECKING:
    from slaeditor.ui.frame.window import PageFactory


def _new(shell: Shell, desk: Desk) -> Page:
    from slaeditor.ui.new_page import NewPage

    return NewPage(shell, desk)


def _agreement(shell: Shell, desk: Desk) -> Page:
    from slaeditor.ui.agreement.page import AgreementPage

    return AgreementPage(shell, desk)


def _interview(shell: Shell, _desk: Desk) -> Page:
    from slaeditor.ui.interview.page import InterviewPage

    return InterviewPage(shell)


def _compare(shell: Shell, desk: Desk) -> Page:
    from slaeditor.ui.compare.page import ComparePage

    return ComparePage(shell, desk)


def _what_if(shell: Shell, desk: Desk) -> Page:
    from slaeditor.ui.what_if.page import WhatIfPage

    return WhatIfPage(shell, desk)


def _history(shell: Shell, desk: Desk) -> Page:
    from slaeditor.ui.history.page import HistoryPage

    return HistoryPage(shell, desk)


def _settings(shell: Shell, _desk: Desk) -> Page:
    from slaeditor.ui.settings.page import SettingsPage

    return SettingsPage(shell)


PAGES: Final[dict[str, PageFactory]] = {
    "new": _new,
    "agreement": _agreement,
    "interview": _interview,
    "compare": _compare,
    "what_if": _what_if,
    "history": _history,
    "settings": _settings,
}
