"""Files of the library: many agreements exported at once, files dropped and imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from slaeditor.model import paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_json
from slaeditor.ui.records import Known, Verdict
from tests.ui.drivers import WindowDriver
from tests.ui.fakes import Surroundings, document
from tests.ui.library.hands import select
from tests.ui.memory_library import MemoryLibrary


def drop(window: WindowDriver, *files: Path) -> None:
    """Drag files over the library and let them go."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    given = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page = window.find(QWidget, "page_library")
    QApplication.sendEvent(page, QDragEnterEvent(page.rect().center(), *given))
    assert window.sees("drop_veil")
    veil = window.find(QWidget, "drop_veil")
    QApplication.sendEvent(veil, QDragEnterEvent(veil.rect().center(), *given))
    QApplication.sendEvent(veil, QDropEvent(QPointF(veil.rect().center()), *given))
    assert not window.sees("drop_veil")


# Exporting many


def test_each_of_the_selected_is_written_in_both_formats(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    select(window, 2)
    around.answers.path = tmp_path
    window.choose("export_each")
    around.long.drain()
    assert {path.name for path in around.exports.written} == {"SLA-1.pdf", "SLA-1.xlsx", "SLA-2.pdf", "SLA-2.xlsx"}
    assert around.said[-1][0] == f"4 files were written to {tmp_path.name}."


def test_the_single_formats_are_of_all_that_are_selected(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    select(window, 3)
    around.answers.path = tmp_path
    window.choose("export_pdf")
    around.long.drain()
    window.choose("export_file")
    around.long.drain()
    assert len([path for path in around.exports.written if path.suffix == ".pdf"]) == 3
    assert len([path for path in around.exports.written if path.suffix == ".slaj"]) == 3


@pytest.mark.parametrize(
    ("choice", "names", "said"),
    [
        (0, {"SLA-1 (2).pdf", "SLA-2.pdf"}, "2 files were written"),
        (1, {"SLA-2.pdf"}, "1 file was written to {folder}; 1 that was there already was left alone"),
        (2, {"SLA-1.pdf", "SLA-2.pdf"}, "2 files were written"),
        (None, set(), "Nothing was written."),
    ],
)
def test_nothing_is_overwritten_unasked(
    window: WindowDriver, around: Surroundings, tmp_path: Path, choice: int | None, names: set[str], said: str
) -> None:
    (tmp_path / "SLA-1.pdf").write_bytes(b"mine")
    select(window, 2)
    around.answers.path, around.answers.choice = tmp_path, choice
    window.choose("export_pdf")
    around.long.drain()
    assert {path.name for path in around.exports.written} == names
    assert said.format(folder=tmp_path.name) in around.said[-1][0]


def test_a_cancelled_export_says_how_far_it_came(window: WindowDriver, around: Surroundings, tmp_path: Path) -> None:
    select(window, 3)
    around.answers.path = tmp_path
    window.choose("export_pdf")
    around.long.one()
    assert window.sees("busy")
    window.click("busy_cancel")
    around.long.drain()
    assert around.exports.written == {}
    assert around.said[-1][0] == f"Cancelled: 0 of 3 files were written to {tmp_path.name}."


# Files


def test_a_single_agreement_file_is_imported_and_opened(
    window: WindowDriver, around: Surroundings, tmp_path: Path
) -> None:
    (tmp_path / "new.json").write_bytes(to_json(document(customer="Neu", title="Dropped")))
    drop(window, tmp_path / "new.json")
    around.long.drain()
    assert window.heading[0] == "Neu · Dropped"


def test_several_files_are_told_of_one_below_the_other(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    known = Known("a1", "SLA-1 · Adler", 1, 2, True)
    library.verdicts[b"%PDF-ours"] = Verdict(document=document(), intact=True, revision="1", known=known)
    contents = {
        "new.json": to_json(document(customer="Neu")),
        "known.slaj": to_json(library.kept["a2"].document),
        "ours.pdf": b"%PDF-ours",
        "theirs.pdf": b"%PDF-theirs",
        "broken.json": b"{",
    }
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    drop(window, *(tmp_path / name for name in contents))
    around.long.drain()
    assert window.label("files_title") == "5 files"
    said = window.labels("file_words")
    assert said[0] == "Imported."
    assert said[1] == "This agreement is in the library already."
    assert said[2].startswith("This is revision 1 of SLA-1 · Adler")
    assert said[3] == "This PDF was not written by slaeditor."
    assert "JSON" in said[4]
    assert len(window.table("library_table")) == 5
    window.find(QAbstractButton, "filter_standards").setFocus()
    QTest.keyClick(window.find(QAbstractButton, "filter_standards"), Qt.Key.Key_Tab)
    assert window.find(QAbstractButton, "files_close").hasFocus(), "Tab comes to the files between filters and list"
    window.click("file_revision")
    assert window.heading[1] == "SLA-1 · revision 1 · read only"


def test_what_was_read_before_the_rest_was_cancelled_is_told_of(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first.json", "second.json"):
        (tmp_path / name).write_bytes(to_json(document(customer=name)))
    real = library.import_file

    def slow(data: bytes, **how: Any) -> str:
        window.click("busy_cancel")  # somebody thinks better of it meanwhile
        return real(data, **how)

    monkeypatch.setattr(library, "import_file", slow)
    drop(window, tmp_path / "first.json", tmp_path / "second.json")
    around.long.drain()
    assert window.labels("file_words") == ["Imported."]
    assert len(window.table("library_table")) == 5


def test_a_pdf_that_is_not_here_is_imported_when_asked(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    other: Agreement = paths.replace(
        document(customer="Neu", number="SLA-77"), ("identity", "effective"), date(2027, 1, 1)
    )
    library.verdicts[b"%PDF-other"] = Verdict(document=other, intact=True, revision="3")
    (tmp_path / "other.pdf").write_bytes(b"%PDF-other")
    around.answers.paths = [tmp_path / "other.pdf"]
    window.choose("open_files")
    around.long.drain()
    assert window.labels("file_words") == [
        "This is revision 3 of SLA-77 · Neu, its data unchanged; it is not in this library."
    ]
    assert len(library.kept) == 4
    window.click("file_import")
    assert window.heading[0].startswith("Neu")
    assert len(library.kept) == 5


def test_a_changed_pdf_is_compared_with_what_the_library_has(
    window: WindowDriver, around: Surroundings, library: MemoryLibrary, tmp_path: Path
) -> None:
    changed = document(customer="Adler", title="Better for us", number="SLA-1")
    library.verdicts[b"%PDF-x"] = Verdict(document=changed, changed=True, known=Known("a1", "SLA-1", 0, 2, False))
    (tmp_path / "x.pdf").write_bytes(b"%PDF-x")
    drop(window, tmp_path / "x.pdf")
    around.long.drain()
    assert "was changed after its export" in window.labels("file_words")[0]
    window.click("file_compare")
    assert window.place == "compare"
    assert "Better for us" in str(window.table("compare_table"))


def test_what_was_said_of_files_can_be_dismissed(window: WindowDriver, around: Surroundings, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-theirs")
    drop(window, tmp_path / "x.pdf")
    around.long.drain()
    window.click("files_close")
    assert not window.sees("files")


def test_what_is_no_file_cannot_be_dropped(window: WindowDriver) -> None:
    carried = QMimeData()
    carried.setText("words")
    page = window.find(QWidget, "page_library")
    event = QDragEnterEvent(
        page.rect().center(), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()
