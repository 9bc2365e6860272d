"""Every place of the window, as a scene to be drawn: one line and one small function each."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QTableView,
    QTreeWidget,
    QWidget,
)

from slaeditor import shipped
from slaeditor.model.agreement.escalation import Base, Step
from slaeditor.model.agreement.parties import Party, Side, Signatory
from slaeditor.model.edits import SetTerm
from slaeditor.model.provider import OwnDetails
from slaeditor.model.quantities import Duration, Percent
from slaeditor.ui.agreement.page import AgreementPage
from slaeditor.ui.editors.clause_field import ClauseField
from slaeditor.ui.frame.crash import report
from slaeditor.ui.frame.crash_dialog import CrashDialog
from slaeditor.ui.frame.rescued import Rescued
from slaeditor.ui.interview.offer_tree import OfferTree
from slaeditor.ui.interview.page import InterviewPage
from slaeditor.ui.theme import GRID
from slaeditor.ui.words import tr
from tools import answers, bare, credited, timely, what_if
from tools.pictures import a_logo
from tools.stage import Stage

SAMPLE = shipped.sample().parties.customer.legal_name


@dataclass(frozen=True)
class Scene:
    """``act`` brings the window there. ``shelf`` is the library it plays in: one without any agreement, with one, with the
    hospital's among ten others, with dozens in every stage, or with ten thousand."""

    name: str
    act: Callable[[Stage], None]
    shelf: str = "furnished"


def _first_start(_: Stage) -> None:
    """Nothing is done yet."""


def _library(stage: Stage) -> None:
    """Of dozens the one with the longest history."""
    view = stage.find(QTableView, "library_table")
    stage.until(lambda: view.model().rowCount() > 0)
    if view.model().rowCount() > 1:
        view.setCurrentIndex(view.model().index(1, 0))
    stage.wait()


def _many(stage: Stage) -> None:
    """Somewhere in ten thousand."""
    view = stage.find(QTableView, "library_table")
    stage.until(lambda: view.model().rowCount() > 0)
    view.setCurrentIndex(view.model().index(4321, 0))
    stage.wait()


def _search(words: str) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        QTest.keyClicks(stage.find(QLineEdit, "library_search"), words)
        stage.wait()

    return act


def _no_hits(stage: Stage) -> None:
    """Words that others have, but nothing in the filter."""
    QTest.mouseClick(stage.find(QAbstractButton, "filter_in_review"), Qt.MouseButton.LeftButton)
    _search("fjord")(stage)


def _several(stage: Stage) -> None:
    """Five are selected by the keyboard, two of them apart from the others."""
    view = stage.find(QTableView, "library_table")
    stage.until(lambda: view.model().rowCount() > 0)
    view.setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Home, control)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, shift)
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Down, control)
        QTest.keyClick(view, Qt.Key.Key_Down, control)
        QTest.keyClick(view, Qt.Key.Key_Space, control)
    QTest.keyRelease(view, Qt.Key.Key_Control)  # or the next scene would believe that it is held down
    stage.wait()


def _files(stage: Stage) -> None:
    """A PDF of the library, one that is not, an agreement file, and something else, all dropped at once."""
    stage.drop(stage.files())


def _dragged(stage: Stage) -> None:
    """Files above the window, not dropped yet."""
    stage.drop(stage.files(), let_go=False)


def _new(stage: Stage) -> None:
    stage.go("new")
    QTest.keyClicks(stage.find(QLineEdit, "new_customer"), "Nordlicht Energie GmbH")
    QTest.mouseClick(
        stage.find(QAbstractButton, "standard_managed-hosting"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
    )


def _new_empty(stage: Stage) -> None:
    stage.go("new")


def _standards(stage: Stage) -> None:
    """The standards that agreements start from."""
    QTest.mouseClick(stage.find(QAbstractButton, "filter_standards"), Qt.MouseButton.LeftButton)
    stage.wait()


def _history_long(stage: Stage) -> None:
    """Signed, in force, and changed again."""
    stage.open("Alpenblick", "history")


def _history_none(stage: Stage) -> None:
    """An agreement that has no revision yet."""
    stage.open("Süd Apotheken", "history")


def _compare_nothing(stage: Stage) -> None:
    """No side is chosen yet."""
    stage.go("compare")


def _compare_same(stage: Stage) -> None:
    """Two sides that say the same."""
    stage.open("Kent Cleaning", "compare")
    bare.against_itself(stage)


def _settings_empty(stage: Stage) -> None:
    """Nothing is set yet."""
    stage.window.shell.preferences.default_library = Path("/home/anna/.local/share/slaeditor/library.slalib")
    stage.go("settings")


def _compare(stage: Stage) -> None:
    stage.open(SAMPLE, "compare")


def _compare_standard(stage: Stage) -> None:
    stage.open(SAMPLE, "compare")
    box = stage.find(QComboBox, "compare_old")
    number = next(row for row in range(box.count()) if tr("Healthcare") in box.itemText(row))
    box.setCurrentIndex(number)
    box.activated.emit(number)
    stage.wait()


def _palette(stage: Stage) -> None:
    """The line that goes anywhere, over an open agreement."""
    _agreement(stage)
    stage.window.act("palette")
    QTest.keyClicks(stage.find(QLineEdit, "palette_line"), "monthly")
    stage.wait()


def _toast(stage: Stage) -> None:
    """Two passing messages, one of which offers something."""
    _agreement(stage)
    shell = stage.window.shell
    shell.say("SLA-2026-0017 Klinikverbund Nordwest r2.pdf was written to /home/anna/Documents/Agreements.",
              ("Open", lambda: None), ("Open folder", lambda: None))  # fmt: skip
    shell.say("Undone: change of Monthly cap")


def _history(stage: Stage) -> None:
    stage.open(SAMPLE, "history")


def _agreement(stage: Stage) -> None:
    stage.open(SAMPLE)
    stage.until(lambda: not stage.find(QSpinBox, "preview_page").isHidden())


def _section(*path: str, dock: str = "preview") -> Callable[[Stage], None]:
    """The agreement at one of its terms, with one of the docks in front."""

    def act(stage: Stage) -> None:
        _agreement(stage)
        page = stage.find(AgreementPage, "page_agreement")
        page.go_to(path)
        page.docks[dock].raise_()
        stage.wait()

    return act


def _then(*acts: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """One after the other."""

    def act(stage: Stage) -> None:
        for one in acts:
            one(stage)

    return act


def _panes(stage: Stage) -> None:
    """A pane below the form, one beside the preview, one in a window of its own."""
    _section("remedies", "monthly_cap")(stage)
    panes = stage.find(AgreementPage, "page_agreement").panes
    panes.place("changes", Qt.DockWidgetArea.BottomDockWidgetArea)
    panes.stand_apart("problems")
    panes.float_pane("history", True)
    history = panes.docks["history"]
    history.setGeometry(QRect(stage.window.pos() + QPoint(360, 240), QSize(400, 280)))
    panes.open_pane("history")
    stage.wait()


def _preview(stage: Stage) -> None:
    """The pages as large as they are printed, with the cell of a table marked that has the keys."""
    _section("targets", "items", "critical-p1", "restore")(stage)
    page = stage.find(AgreementPage, "page_agreement")
    page.panes.resizeDocks([page.docks["preview"]], [stage.window.width() // 2], Qt.Orientation.Horizontal)
    stage.wait()


def _panes_closed(stage: Stage) -> None:
    """Nothing beside the form."""
    _section("escalation", "paths", "path-p2", "steps")(stage)
    panes = stage.find(AgreementPage, "page_agreement").panes
    for name in panes.docks:
        panes.close_pane(name)
    stage.wait()


def _clause_changed(stage: Stage) -> None:
    """A clause of the library in words of one's own."""
    _section("legal", "clauses")(stage)
    clause = next(one for one in stage.document.legal.clauses if one.library_text)
    place = ("legal", "clauses", clause.id, "text")
    stage.window.shell.session.do(SetTerm(place, clause.text + "\n\nThe Parties keep a record of it."))
    stage.find(AgreementPage, "page_agreement").go_to(place)
    stage.wait()


def _clause_references(stage: Stage) -> None:
    """References of every kind in a clause: one chosen, one that says nothing, one that leads nowhere, in two scripts."""
    _section("legal", "clauses")(stage)
    clause = stage.document.legal.clauses[3]
    place = ("legal", "clauses", clause.id, "text")
    text = (
        "The Parties review this Agreement every {value:review.interval_months}, as {section:review} says, with the"
        " figures of {section:targets} and of {value:services.items[imaging]}; {clause:liability} is not touched.\n\n"
        "Notice is given {value:identity.non_renewal_notice_days} before the end of {value:identity.renewal_months};"
        " the fee is {value:services.items[portal].monthly_fee}, see {clause:withdrawn}.\n\n"
        "Gözden geçirme aralığı {value:review.interval_months} olup hizmetler {section:services} içinde yazılıdır.\n\n"
        "تراجع الاتفاقية كل {value:review.interval_months} وفقا {section:review} دائما.\n\n"
        "Deadline: {value:responsibilities.duties[contest-report].deadline}; term: {value:services.items[portal].users}."
    )
    stage.window.shell.session.do(SetTerm(place, text))
    stage.find(AgreementPage, "page_agreement").go_to(place)
    field = stage.find(ClauseField, "text")
    cursor = field.textCursor()
    cursor.setPosition(40)
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Right)
    stage.wait()


def _needs_none(stage: Stage) -> None:
    """Nobody has said anything yet."""
    stage.open("Kent Cleaning")
    stage.find(AgreementPage, "page_agreement").go_to(("needs", "links"))
    stage.wait()


def _needs_list(stage: Stage) -> None:
    """The list that says what the map shows."""
    _needs_crowded(stage)
    QTest.mouseClick(stage.find(QAbstractButton, "needs_list"), Qt.MouseButton.LeftButton)
    stage.wait()


def _needs_crowded(stage: Stage) -> None:
    """A hundred needs, many of them unanswered."""
    stage.open("Süd Apotheken")
    answers.tell_of_many(stage.window.shell.session)
    answers.tell_more(stage.window.shell.session)
    stage.find(AgreementPage, "page_agreement").go_to(("needs", "links"))
    stage.wait()


def _ladder_crowded(stage: Stage) -> None:
    """Steps on three clocks, after the breach, and one without a time."""
    _section("escalation", "paths", "path-p2", "steps")(stage)
    steps = stage.document.escalation.paths[1].steps
    more = (
        Step(id="s1", after=Duration(300), after_breach=True, side=Side.CUSTOMER, role="Board of directors"),
        Step(id="s2", percent=Percent("150"), base=Base.RESTORE, after_breach=True, role="Managing director"),
        Step(id="s3", percent=Percent("50"), base=Base.RESOLVE, role="Problem manager", method="E-mail"),
        Step(id="s4", role="Duty officer"),
        *(Step(id=f"t{n}", after=Duration(100 + n), role=f"Specialist {n}", method="SMS") for n in range(4)),
    )
    stage.window.shell.session.do(SetTerm(("escalation", "paths", "path-p2", "steps"), (*steps, *more)))
    stage.wait()


def _problems(stage: Stage) -> None:
    """Terms that are missing, and something typed that was not understood."""
    stage.open("Kent Cleaning")
    page = stage.find(AgreementPage, "page_agreement")
    page.go_to(("remedies", "monthly_cap"))
    cap = stage.find(QLineEdit, "monthly_cap")
    cap.selectAll()
    QTest.keyClicks(cap, "fifteen")
    page.go_to(("remedies", "yearly_cap"))
    page.docks["problems"].raise_()
    stage.wait()


def _warnings(reason: str) -> Callable[[Stage], None]:
    """What the rules say of the sample, with their proofs; one of them about to be acknowledged."""

    def act(stage: Stage) -> None:
        _section("availability", "promises", "av-imaging", "percent")(stage)
        page = stage.find(AgreementPage, "page_agreement")
        page.docks["problems"].raise_()
        stage.wait()
        tree = stage.find(QTreeWidget, "problems")
        found = tree.findItems("99.88%", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
        tree.setCurrentItem(found[0])
        if reason:
            page.problems.foot.ask()
            QTest.keyClicks(stage.find(QLineEdit, "reason"), reason)
        stage.wait()

    return act


def _two_windows(stage: Stage) -> None:
    """Somebody else saves what was changed here, before it is saved."""
    _agreement(stage)
    stage.window.shell.session.do(SetTerm(("remedies", "yearly_cap"), Percent("12")))
    stage.save_elsewhere(("remedies", "monthly_cap"), Percent("10"))
    stage.until(lambda: stage.window.desk.conflicting is not None)


def _interview(stage: Stage, customer: str = SAMPLE) -> InterviewPage:
    stage.open(customer, "interview")
    return stage.find(InterviewPage, "page_interview")


def _interview_start(stage: Stage) -> None:
    _interview(stage, "Kent Cleaning")


def _interview_service(stage: Stage) -> None:
    page = _interview(stage)
    page.go(answers.first_service(stage.document))


def _interview_unknown(stage: Stage) -> None:
    """A service of which nobody has said anything."""
    page = _interview(stage, "Süd Apotheken")
    page.go(answers.first_service(stage.document))


def _interview_table(stage: Stage) -> None:
    _interview(stage).go("when")


def _interview_crowded(stage: Stage) -> None:
    stage.open("Süd Apotheken")
    answers.tell_of_many(stage.window.shell.session)
    stage.go("interview")
    page = stage.find(InterviewPage, "page_interview")
    page.go("services")
    last = stage.document.services.items[-1].name  # the rows come one after the other
    stage.until(lambda: any(field.text() == last for field in page.findChildren(QLineEdit)))
    stage.wait()


def _proposals(stage: Stage) -> None:
    page = _interview(stage, "Süd Apotheken")
    answers.tell(stage.window.shell.session)
    page.go("proposal")
    stage.wait()
    tree = stage.find(OfferTree, "offers")
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum() // 3)
    shown = tree.itemAt(QPoint(GRID, GRID))
    assert shown is not None
    while (above := shown.parent()) is not None and above.parent() is not None:
        shown = above
    tree.scrollToItem(shown, OfferTree.ScrollHint.PositionAtTop)


def _proposals_none(stage: Stage) -> None:
    _interview(stage).go("proposal")


def _explained(stage: Stage) -> None:
    """F1 in a field whose value is another one than the standard's and the last revision's."""
    _agreement(stage)
    stage.find(AgreementPage, "page_agreement").go_to(("remedies", "monthly_cap"))
    stage.window.act("explain")
    stage.wait()


def _explained_cell(stage: Stage) -> None:
    _agreement(stage)
    stage.find(AgreementPage, "page_agreement").go_to(("targets", "items", "critical-p2", "restore"))
    stage.window.act("explain")
    stage.wait()


def _guide(stage: Stage) -> None:
    """The guide, in place of the window."""
    stage.go("compare")
    stage.window.act("guide")
    stage.wait()
    stage.front = stage.find(QWidget, "guide")


def _crash(stage: Stage) -> None:
    """After a bug, with one agreement saved and one that could not be."""
    _agreement(stage)
    rescued = (
        Rescued("Güneş Sağlık · Service Level Agreement for Clinical and Administrative IT Services", saved=True),
        Rescued(
            "شركة الشمال · IT services", saved=False, copy="/home/anna/.local/share/slaeditor/rescued/IT services.json"
        ),
    )
    words = "Traceback (most recent call last):\n  …\nIndexError: list index out of range\n"
    # Anna's computer, not the one that draws: the picture is the same wherever it is drawn.
    told = report(words, "0.2").replace(platform.platform(), "Linux-6.1.0-x86_64-with-glibc2.36")
    dialog = CrashDialog(rescued, told, "/home/anna/.local/state/slaeditor/log/slaeditor.log", stage.window)
    dialog.show()
    stage.find(QAbstractButton, "crash_more").click()
    stage.wait()
    stage.front = dialog


def _settings(stage: Stage) -> None:
    """The settings, with a provider and its logo."""
    preferences = stage.window.shell.preferences
    party = Party(legal_name="Bosphorus Managed Services A.Ş.", short_name="Bosphorus", registration="İstanbul 482913",
                  tax_number="TR 1234567890", address="Büyükdere Cad. 100, 34394 İstanbul", country="TR")  # fmt: skip
    preferences.own = OwnDetails(party=party, signatory=Signatory(id="own", name="Elif Şahin", title="Genel müdür"))
    preferences.logo = a_logo()
    preferences.default_library = Path("/home/anna/Documents/Agreements.slalib")
    stage.go("settings")


def _settings_below(stage: Stage) -> None:
    _settings(stage)
    bar = stage.find(QScrollArea, "settings_area").verticalScrollBar()
    bar.setValue(bar.maximum())


def _what_if(*acts: Callable[[Stage], None]) -> Callable[[Stage], None]:
    """The What if place, and what is done there."""

    def act(stage: Stage) -> None:
        stage.open(SAMPLE, "what_if")
        for one in acts:
            one(stage)

    return act


SCENES = (
    Scene("first-start", _first_start, "empty"),
    Scene("library", _library, "dozens"),
    Scene("library-one", _library, "one"),
    Scene("library-many", _many, "many"),
    Scene("library-search", _search("backup"), "dozens"),
    Scene("library-no-hits", _no_hits, "dozens"),
    Scene("library-several", _several, "dozens"),
    Scene("library-files", _files, "dozens"),
    Scene("library-drag", _dragged, "dozens"),
    Scene("library-standards", _standards, "dozens"),
    Scene("new-empty", _new_empty),
    Scene("new", _new),
    Scene("interview-start", _interview_start),
    Scene("interview-service", _interview_service),
    Scene("interview-unknown", _interview_unknown),
    Scene("interview-table", _interview_table),
    Scene("interview-crowded", _interview_crowded),
    Scene("proposals", _proposals),
    Scene("proposals-none", _proposals_none),
    Scene("agreement", _agreement),
    Scene("preview", _preview),
    Scene("panes", _panes),
    Scene("panes-closed", _panes_closed),
    Scene("agreement-parties", _section("parties", "contacts", dock="problems")),
    Scene("needs-map", _section("needs", "links")),
    Scene("needs-crowded", _needs_crowded),
    Scene("needs-list", _needs_list),
    Scene("needs-none", _needs_none),
    Scene("agreement-services", _section("services", dock="changes")),
    Scene("services-crowded", _then(_section("services", "items"), bare.many_services)),
    Scene("services-empty", _then(_section("services", "items"), bare.no_services)),
    Scene("agreement-hours", _then(_section("hours", "calendars", "working-hours", "week"), timely.lay_over)),
    Scene("hours-crowded", _then(_section("hours", "calendars", "working-hours", "week"), timely.crowded_week)),
    Scene("hours-empty", _then(_section("hours", "calendars"), timely.empty_week)),
    Scene("hours-year", _section("hours", "calendars", "working-hours", "holiday_country")),
    Scene("agreement-matrix", _section("priorities", "matrix")),
    Scene("matrix-crowded", _then(_section("priorities", "matrix"), timely.crowded_matrix)),
    Scene("matrix-empty", _then(_section("priorities", "matrix"), timely.empty_matrix)),
    Scene("availability-allowance", _section("availability", "promises")),
    Scene("availability-crowded", _then(_section("availability", "promises"), bare.many_promises)),
    Scene("availability-empty", _then(_section("availability", "promises"), bare.no_promises)),
    Scene("allowance-crowded", _then(_section("availability", "promises"), timely.counted_maintenance)),
    Scene("agreement-targets", _section("targets")),
    Scene("targets-filling", _then(_section("targets", "items"), timely.filling)),
    Scene("targets-crowded", _then(_section("targets", "items"), timely.crowded_targets)),
    Scene("targets-empty", _then(_section("targets", "items"), timely.empty_targets)),
    Scene("escalation-ladder", _section("escalation", "paths", "path-p2", "steps")),
    Scene("escalation-crowded", _ladder_crowded),
    Scene("escalation-empty", _then(_section("escalation", "paths", "path-p2", "steps"), timely.empty_ladder)),
    Scene("maintenance-month", _section("maintenance", "windows")),
    Scene("maintenance-crowded", _then(_section("maintenance", "windows"), timely.crowded_month)),
    Scene("maintenance-empty", _then(_section("maintenance", "windows"), timely.empty_month)),
    Scene("credit-steps", _section("remedies", "schedules", "credit-laboratory", "thresholds")),
    Scene("credit-crowded", _then(_section(*bare.THRESHOLDS), bare.many_thresholds)),
    Scene("credit-empty", _then(_section(*bare.THRESHOLDS), bare.no_thresholds)),
    Scene("invoice", _then(_section("remedies", "schedules"), credited.invoice)),
    Scene("invoice-crowded", _then(_section("remedies", "schedules"), credited.crowded_invoice)),
    Scene("invoice-below", _then(_section("remedies", "schedules"), credited.crowded_invoice, credited.lower_part)),
    Scene("invoice-empty", _then(_section("remedies", "schedules"), credited.empty_invoice)),
    Scene("agreement-penalties", _section("remedies", "monthly_cap", dock="changes")),
    Scene("agreement-legal", _section("legal", "clauses")),
    Scene("clause-changed", _clause_changed),
    Scene("clause-references", _clause_references),
    Scene("clause-new", _then(_section("legal", "clauses"), bare.new_clause)),
    Scene("problems", _problems),
    Scene("problems-warnings", _warnings("")),
    Scene("problems-acknowledging", _warnings("The supplier changes in March.")),
    Scene("two-windows", _two_windows),
    Scene("compare", _compare),
    Scene("compare-standard", _compare_standard),
    Scene("compare-nothing", _compare_nothing),
    Scene("compare-same", _compare_same),
    Scene("what-if", _what_if(what_if.chosen)),
    Scene("what-if-gravest", _what_if(what_if.gravest)),
    Scene("what-if-unstaffed", _what_if(what_if.unstaffed)),
    Scene("what-if-crowded", _what_if(what_if.crowded)),
    Scene("what-if-night", _what_if(what_if.night)),
    Scene("what-if-below", _what_if(what_if.below)),
    Scene("what-if-nothing", _what_if(what_if.nothing)),
    Scene("palette", _palette),
    Scene("palette-none", _then(_agreement, bare.nothing_called_so)),
    Scene("toast", _toast),
    Scene("explained", _explained),
    Scene("explained-cell", _explained_cell),
    Scene("guide", _guide),
    Scene("crash", _crash),
    Scene("settings", _settings),
    Scene("settings-provider", _settings_below),
    Scene("settings-empty", _settings_empty),
    Scene("history", _history),
    Scene("history-long", _history_long, "dozens"),
    Scene("history-none", _history_none),
)
"""In the order of a first walk through the window."""
