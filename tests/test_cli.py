"""The program without a window: each command, its exit code, and the one line that tells a fault."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image
from PySide6.QtCore import QSettings

from slaeditor import cli, personal, shipped
from slaeditor.model import canonical
from slaeditor.model.checks import findings
from slaeditor.model.checks.acknowledging import acknowledge
from slaeditor.model.edits import apply
from slaeditor.storage.library import Library
from slaeditor.ui.settings.preferences import Preferences

HOSPITAL = str(shipped.sample_answers())
NUMBER = "SLA-2027-0001"


@pytest.fixture(autouse=True)
def no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a person who has set nothing; returns their file."""
    file = tmp_path / "settings" / "window.ini"
    monkeypatch.setattr(personal, "settings_file", lambda: file)
    return file


class Desk:
    """A library in a folder, and the program to run on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.library = folder / "library.slalib"
        self._capsys = capsys

    def run(self, *words: str | Path, code: int = 0) -> str:
        """Run a command, expect its exit code, and return what it printed (to standard error if it failed)."""
        found = cli.main([str(word) for word in (*words, "--library", self.library, "--user", "Anna Example")])
        printed = self._capsys.readouterr()
        assert found == code, printed
        if code == cli.BAD:
            assert printed.out == ""
            assert printed.err.count("\n") == 1
            assert printed.err.startswith("slaeditor: ")
            return printed.err.strip()
        assert printed.err == ""
        return printed.out

    def json(self, *words: str | Path, code: int = 0) -> Any:
        """What a command prints with --json."""
        return json.loads(self.run(*words, "--json", code=code))

    def file(self, name: str, content: str | bytes) -> Path:
        """A file in the folder."""
        target = self.folder / name
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return target

    def document(self, change: Callable[[dict[str, Any]], None] = lambda data: None) -> Path:
        """The sample as a file, changed."""
        data = json.loads(canonical.to_json(shipped.sample()))
        change(data)
        return self.file("document.json", json.dumps(data))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.fixture
def hospital(desk: Desk) -> Desk:
    assert desk.run("new", "--standard", "healthcare", "--answers", HOSPITAL) == f"{NUMBER}\n"
    return desk


def renamed(data: dict[str, Any]) -> None:
    data["identity"]["title"] = "Another title"


# new, list, show


def test_answers_become_an_agreement_with_its_first_revision(hospital: Desk) -> None:
    shown = canonical.from_json(hospital.run("show", NUMBER).encode())
    assert shown == shipped.sample()
    (row,) = hospital.json("list")
    assert (row["number"], row["revision"], row["status"], row["has_changes"]) == (NUMBER, 1, "draft", False)
    assert "Güneş Sağlık Grubu A.Ş." in hospital.run("list", "güneş")
    assert hospital.json("list", "nobody") == []


def test_without_a_number_the_agreement_gets_the_next_free_one(desk: Desk) -> None:
    answers = desk.file("answers.json", '{"standard": "healthcare", "accept": []}')
    first = desk.json("new", "--answers", answers)
    second = desk.json("new", "--answers", answers)
    assert (first["revision"], first["taken"]) == (1, [])
    assert first["number"] < second["number"]


def test_a_number_is_given_once(hospital: Desk) -> None:
    told = hospital.run("new", "--answers", HOSPITAL, code=2)
    assert (
        told
        == f"slaeditor: There is an agreement {NUMBER} already. Nothing was stored. Give the new one another number."
    )
    assert len(hospital.json("list")) == 1


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "This is not JSON: "),
        ("[]", "These are not answers: expected `object`, got `array` (at the top)."),
        ('{"standard": 3}', "These are not answers: expected `str`, got `int` (at standard)."),
        ('{"standrd": ""}', "These are not answers: object contains unknown field `standrd` (at the top)."),
        ("{}", "There is no standard “”. Choose one of: general,"),
        ('{"standard": "healthcare", "answers": {"needs": {"users": "x"}}}', "needs.users: Expected `int | null`, got `str`."),
        ('{"standard": "healthcare", "remove": ["services.items[x]"]}', "There is no row “x” at services.items.x."),
        ('{"standard": "healthcare", "accept": ["tragets"]}', "“tragets” is neither a group of proposals nor the id of one."),
        ('{"standard": "healthcare", "decisions": {"services": 1}}', "services must hold terms by name, as in {…}."),
    ],
)  # fmt: skip
def test_bad_answers_are_told_and_store_nothing(desk: Desk, content: str, told: str) -> None:
    answers = desk.file("answers.json", content)
    line = desk.run("new", "--answers", answers, code=2)
    file = "" if "remove" in content or content == "{}" else f"“{answers}”: "
    assert line.startswith(f"slaeditor: {file}{told}")
    assert not desk.library.exists()


def test_the_standard_on_the_command_line_comes_first(desk: Desk) -> None:
    answers = desk.file("answers.json", '{"standard": "healthcare"}')
    desk.run("new", "--standard", "retail", "--answers", answers)
    (row,) = desk.json("list")
    shown = canonical.from_json(desk.run("show", row["id"]).encode())
    assert shown.identity.origin_hash == canonical.content_hash(shipped.standard("retail"))


def test_what_is_not_there_is_told(hospital: Desk) -> None:
    assert "no agreement “SLA-9”" in hospital.run("show", "SLA-9", code=2)
    assert "no revision 4" in hospital.run("show", f"{NUMBER}@4", code=2)
    assert "“x” is no revision" in hospital.run("show", f"{NUMBER}@x", code=2)
    assert "cannot be read: No such file" in hospital.run("new", "--answers", hospital.folder / "none", code=2)


def test_a_library_that_is_not_there_is_not_made_by_looking(desk: Desk) -> None:
    for command in (("list",), ("show", "A"), ("doctor",), ("backup", desk.folder / "copy")):
        assert "There is no library" in desk.run(*command, code=2)
    assert not desk.library.exists()


# put


def test_a_document_becomes_the_next_revision_of_its_agreement(hospital: Desk) -> None:
    assert hospital.run("put", hospital.document(renamed), "-m", "Renamed") == f"{NUMBER}@2\n"
    assert canonical.from_json(hospital.run("show", NUMBER).encode()).identity.title == "Another title"
    assert canonical.from_json(hospital.run("show", f"{NUMBER}@1").encode()) == shipped.sample()
    assert len(hospital.json("list")) == 1


def test_a_document_of_an_unknown_number_becomes_a_new_agreement(desk: Desk) -> None:
    assert desk.json("put", desk.document(), "-m", "First")["revision"] == 1
    assert [row["number"] for row in desk.json("list")] == [NUMBER]


def test_a_document_can_be_put_under_another_agreement(hospital: Desk) -> None:
    def other(data: dict[str, Any]) -> None:
        data["identity"]["number"] = "SLA-2"

    assert hospital.json("put", hospital.document(other), "-m", "Moved", "--as", NUMBER)["revision"] == 2
    assert [row["number"] for row in hospital.json("list")] == ["SLA-2"]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.update(format=99),
        lambda data: data.update(surprise=1),
        lambda data: data["services"]["items"].append(data["services"]["items"][0]),
        lambda data: data["identity"].update(initial_months="long"),
    ],
)
def test_a_bad_document_is_told_and_stores_nothing(hospital: Desk, change: Callable[[dict[str, Any]], None]) -> None:
    file = hospital.document(change)
    assert hospital.run("put", file, "-m", "Bad", code=2).startswith(f"slaeditor: “{file}”: ")
    assert hospital.json("list")[0]["revision"] == 1


def test_the_same_document_is_no_new_revision(hospital: Desk) -> None:
    hospital.run("put", hospital.document(), "-m", "Again", code=2)
    assert hospital.json("list")[0]["revision"] == 1


def test_a_draft_with_changes_is_not_overwritten(hospital: Desk) -> None:
    from slaeditor.making import now
    from slaeditor.storage.library import Library

    with Library(hospital.library) as library:
        working = library.load(library.find(NUMBER))
        title = msgspec.structs.replace(working.document.identity, title="Typed in a window")
        changed = msgspec.structs.replace(working.document, identity=title)
        library.save_draft(working.id, changed, working.version, at=now())
    told = hospital.run("put", hospital.document(renamed), "-m", "Renamed", code=2)
    assert "has changes in its draft that are in no revision. Nothing was stored." in told
    shown = canonical.from_json(hospital.run("show", f"{NUMBER}@draft").encode())
    assert shown.identity.title == "Typed in a window"
    assert hospital.json("list")[0]["has_changes"] is True


# compare


def test_equal_documents_have_no_changes(hospital: Desk) -> None:
    assert hospital.run("compare", NUMBER, hospital.document()) == ""
    assert hospital.json("compare", NUMBER, f"{NUMBER}@1") == []


def test_changes_are_named_with_their_direction(hospital: Desk) -> None:
    def slower(data: dict[str, Any]) -> None:
        data["maintenance"]["notice"]["amount"] = 4
        data["remedies"]["monthly_cap"] = "20"
        del data["review"]["meetings"][0]

    file = hospital.document(slower)
    changes = hospital.json("compare", NUMBER, file, code=1)
    assert {(one["path"], one["kind"], one["direction"]) for one in changes} == {
        ("maintenance.notice", "changed", "worse"),
        ("remedies.monthly_cap", "changed", "better"),
        ("review.meetings[operations-meeting]", "removed", "worse"),
    }
    cap = next(one for one in changes if one["path"] == "remedies.monthly_cap")
    assert (cap["old"], cap["new"]) == ("15", "20")
    assert "Penalties and rewards › Monthly cap: 15% → 20% (better for the customer)" in hospital.run(
        "compare", NUMBER, file, code=1
    )


def test_a_standard_can_be_compared(hospital: Desk) -> None:
    changes = hospital.json("compare", "standard:healthcare", NUMBER, code=1)
    assert "parties.customer.legal_name" in {one["path"] for one in changes}
    assert "There is no standard “health”" in hospital.run("compare", "standard:health", NUMBER, code=2)


def test_agreement_files_and_exported_pdfs_can_be_compared(hospital: Desk) -> None:
    pdf, parcel = hospital.folder / "signed.pdf", hospital.folder / "agreement.slaj"
    hospital.run("export", NUMBER, "--pdf", pdf)
    with Library(hospital.library) as library:
        parcel.write_bytes(library.export_agreement(library.find(NUMBER)))
    for file in (pdf, parcel):
        assert hospital.json("compare", file, NUMBER) == [], (
            "internal notes are no difference from a PDF, which has none"
        )
    changes = hospital.json("compare", pdf, hospital.document(renamed), code=1)
    assert [one["path"] for one in changes] == ["identity.title"]
    changes = hospital.json("compare", parcel, hospital.document(renamed), code=1)
    assert [one["path"] for one in changes] == ["identity.title"]


@pytest.mark.parametrize("content", [b"%PDF-1.7 and no more", b"\x00\xff", b'{"format": "another"}', b"[" * 100_000])
def test_a_file_that_holds_no_document_is_named_in_one_sentence(hospital: Desk, content: bytes) -> None:
    file = hospital.file("bad.pdf", content)
    assert "bad.pdf" in hospital.run("compare", file, NUMBER, code=2)


# export


def test_documents_are_written_and_never_over_others(hospital: Desk) -> None:
    pdf, xlsx = hospital.folder / "a.pdf", hospital.folder / "a.xlsx"
    assert hospital.json("export", NUMBER, "--pdf", pdf, "--xlsx", xlsx) == {"written": [str(pdf), str(xlsx)]}
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert xlsx.read_bytes().startswith(b"PK")
    pdf.write_bytes(b"mine")
    assert "exists already. It was not touched." in hospital.run("export", NUMBER, "--pdf", pdf, code=2)
    assert pdf.read_bytes() == b"mine"
    hospital.run("export", f"{NUMBER}@1", "--pdf", pdf, "--force")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert "Nothing to export" in hospital.run("export", NUMBER, code=2)
    hospital.run("export", NUMBER, "--pdf", hospital.folder / "no" / "where.pdf", code=2)


# backup, restore, doctor


def test_a_backup_can_be_restored_and_what_was_there_is_kept(hospital: Desk) -> None:
    copy = hospital.folder / "copy.slalib"
    hospital.run("backup", copy)
    assert "exists already" in hospital.run("backup", copy, code=2)
    hospital.run("put", hospital.document(renamed), "-m", "Renamed")
    restored = hospital.json("restore", copy)
    assert Path(restored["kept"]).exists()
    assert hospital.json("list")[0]["revision"] == 1
    assert hospital.run("doctor") == "Everything is sound.\n"
    hospital.run("restore", hospital.document(), code=2)
    assert hospital.json("list")[0]["revision"] == 1


def test_the_doctor_finds_what_was_altered(hospital: Desk) -> None:
    import sqlite3

    connection = sqlite3.connect(hospital.library)
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE blobs SET data = x'00'")
    connection.commit()
    connection.close()
    problems = hospital.json("doctor", code=1)
    assert problems
    assert all(problem["where"] and problem["what"] for problem in problems)


# demo, schema, usage


def test_the_demo_does_the_whole_job(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "made" / "demo"
    assert cli.main(["demo", str(folder), "--user", "Anna Example", "--json"]) == 0
    made = {
        Path(one["file"]).suffix: Path(one["file"])
        for one in json.loads(capsys.readouterr().out)
        if "answers" not in one["file"]
    }
    assert set(made) == {".slalib", ".json", ".pdf", ".xlsx"}
    assert canonical.from_json(made[".json"].read_bytes()) == shipped.sample()
    assert all(file.stat().st_size > 10_000 for file in made.values())
    assert cli.main(["demo", str(folder)]) == 2
    assert "exists already. Nothing was changed." in capsys.readouterr().err
    assert cli.main(["demo", str(folder), "--force"]) == 0
    (tmp_path / "file").write_text("x")
    assert cli.main(["demo", str(tmp_path / "file" / "under")]) == 2


def test_the_schema_is_printed(desk: Desk) -> None:
    assert json.loads(desk.run("schema")) == json.loads(json.dumps(canonical.schema()))


@pytest.mark.parametrize("words", [["nonsense"], ["put"], ["new"], ["export"], ["list", "--colour"]])
def test_wrong_usage_is_told_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(words)
    assert left.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1


def test_without_a_display_there_is_no_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 2
    assert "There is no display for the window." in capsys.readouterr().err


def test_the_list_loads_neither_the_window_nor_the_exports(hospital: Desk) -> None:
    code = (
        "import sys\nfrom slaeditor.cli import main\n"
        f"assert main(['list', '--library', {str(hospital.library)!r}]) == 0\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'PySide6', 'reportlab', 'openpyxl', 'pikepdf', 'holidays'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"


# check


def test_what_an_agreement_lacks_or_contradicts_is_told_with_its_proof(hospital: Desk) -> None:
    told = hospital.run("check", NUMBER)
    assert "W SVC-06 availability.promises[av-imaging].percent: " in told
    assert "Image storage 99.9% = 99.88%]" in told
    assert "Cannot be issued: warnings to mend or acknowledge: " in told


def test_findings_as_json_name_rule_class_places_and_who_acknowledged_them(hospital: Desk) -> None:
    found = {one["rule"]: one for one in hospital.json("check", NUMBER)}
    assert found["SVC-07"]["severity"] == "W"
    assert found["SVC-07"]["class"] == "CAP"
    assert found["SVC-07"]["paths"][0] == "services.items[imaging].components[image-storage].restore"
    assert found["SVC-07"]["acknowledged"] is None

    def stand(data: dict[str, Any]) -> None:
        document = canonical.from_json(json.dumps(data).encode())
        finding = next(one for one in findings(document) if one.rule == "SVC-07")
        edit = acknowledge(document, finding, "a second supplier stands by", "Anna", date(2026, 12, 1))
        data.update(json.loads(canonical.to_json(apply(document, edit))))

    file = hospital.document(stand)
    known = {one["rule"]: one for one in hospital.json("check", file)}["SVC-07"]["acknowledged"]
    assert known == {"reason": "a second supplier stands by", "by": "Anna", "on": "2026-12-01"}
    assert "(acknowledged by Anna: a second supplier stands by)" in hospital.run("check", file)


def test_errors_make_the_check_fail_and_a_standard_passes(hospital: Desk) -> None:
    file = hospital.document(lambda data: data["identity"].update(initial_months=0))
    assert "E DOC-03 identity.initial_months" in hospital.run("check", file, code=1)
    assert "May be issued" in hospital.run("check", "standard:healthcare")


# deadline


FRIDAY = ("deadline", NUMBER, "--priority", "P2", "--service", "PACS", "--at", "2027-10-28 12:40")


def test_a_deadline_is_told_with_its_counting(hospital: Desk) -> None:
    told = hospital.run(*FRIDAY)
    assert "P2, incident, Imaging archive (PACS), reported Thu 28 October 2027, 12:40 Europe/Istanbul" in told
    assert "Restore: 8 hours (Working hours), due Mon 1 November 2027, 15:40 Europe/Istanbul" in told
    assert "closed Fri 29 Oct (Republic Day), Sat 30 Oct – Sun 31 Oct" in told
    assert "Escalation, customer: Head of IT" in told


def test_a_deadline_as_json_has_every_instant_with_its_zone(hospital: Desk) -> None:
    told = hospital.json(*FRIDAY, "--pause", "2027-11-01 09:00/10:00")
    due = {one["what"]: one["at"] for one in told["due"]}
    assert due["response"] == {"at": "2027-11-01T08:40:00+03:00", "zone": "Europe/Istanbul"}
    assert due["restore"]["at"] == "2027-11-01T16:40:00+03:00"
    assert {one["side"] for one in told["escalation"]} == {"provider", "customer"}
    assert told["start"]["at"]["at"] == "2027-10-28T12:40:00+03:00"


def test_impact_urgency_and_channel_can_be_named_as_people_do(hospital: Desk) -> None:
    words = ("--impact", "3", "--urgency", "h", "--channel", "service desk by e-mail", "--at", "2027-10-28T20:00Z")
    told = hospital.run("deadline", NUMBER, *words)
    assert told.startswith("P3, incident, reported Thu 28 October 2027, 23:00 Europe/Istanbul\n")
    assert (
        "The clock starts Mon 1 November 2027, 08:00 Europe/Istanbul. Service desk by e-mail is not staffed then"
        in told
    )
    assert "The agreement says: A report that reaches a channel" in told
    assert hospital.run("deadline", "standard:general", "--priority", "P1", "--at", "now").startswith("P1, incident")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("--priority", "P9", "--at", "now"), "no priority “P9”. Choose one of: P1, P2, P3, P4."),
        (("--at", "now"), "Say --priority, or --impact and --urgency."),
        (("--priority", "P1", "--at", "soon"), "“soon” is no moment"),
        (("--priority", "P1", "--at", "now", "--pause", "x"), "“x” is no pause"),
    ],
)
def test_a_deadline_that_cannot_be_asked_for_is_refused(hospital: Desk, words: tuple[str, ...], fault: str) -> None:
    assert fault in hospital.run("deadline", NUMBER, *words, code=cli.BAD)


def test_the_cover_has_the_logo_that_was_chosen_in_the_window(desk: Desk, no_settings: Path) -> None:
    desk.run("new", "--answers", HOSPITAL)
    plain, dressed, sheet = (desk.folder / name for name in ("plain.pdf", "dressed.pdf", "book.xlsx"))
    desk.run("export", NUMBER, "--pdf", plain)
    no_settings.parent.mkdir()
    picture = io.BytesIO()
    Image.new("RGB", (40, 10), "navy").save(picture, "PNG")
    settings = QSettings(str(no_settings), QSettings.Format.IniFormat)
    Preferences(settings).logo = picture.getvalue()
    settings.sync()
    assert personal.logo() == picture.getvalue()
    desk.run("export", NUMBER, "--pdf", dressed, "--xlsx", sheet)
    files = [pikepdf.open(file) for file in (plain, dressed)]
    assert [len(file.pages[0].get_images()) for file in files] == [0, 1]


def test_settings_that_nobody_can_read_have_no_logo(no_settings: Path) -> None:
    assert personal.logo() == b""
    no_settings.parent.mkdir()
    no_settings.write_text('[provider]\nlogo="no picture at all"\n')
    assert personal.logo() == b""


def test_acknowledged_findings_are_printed_as_an_annex_when_that_is_asked_for(hospital: Desk) -> None:
    with Library(hospital.library) as library:
        agreement = library.find(NUMBER)
        working = library.load(agreement)
        finding = next(one for one in findings(working.document) if one.rule == "SVC-07")
        edit = acknowledge(working.document, finding, "A second supplier stands by.", "Anna Kaya", date(2026, 12, 1))
        library.commit(
            agreement,
            apply(working.document, edit),
            author="Anna Kaya",
            message="Acknowledged",
            at=datetime(2026, 12, 1, tzinfo=UTC),
            expected_version=working.version,
        )
    plain, with_annex = hospital.folder / "plain.pdf", hospital.folder / "annex.pdf"
    sheet = hospital.folder / "annex.xlsx"
    hospital.run("export", NUMBER, "--pdf", plain)
    hospital.run("export", NUMBER, "--pdf", with_annex, "--xlsx", sheet, "--acknowledged")
    assert "A second supplier stands by." not in pdf_text(plain)
    said = pdf_text(with_annex)
    assert "Acknowledged findings" in said
    assert "A second supplier stands by." in said
    assert "due Fri 1 Jan 2027 02:00" in said  # the proof of what was accepted
    cells = [cell.value for rows in openpyxl.load_workbook(sheet)["Overview"].iter_rows() for cell in rows]
    assert "A second supplier stands by." in cells


def pdf_text(file: Path) -> str:
    """The words of a PDF, broken lines joined."""
    with contextlib.closing(pdfium.PdfDocument(file)) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())
