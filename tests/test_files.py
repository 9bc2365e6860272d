"""Names that every file system takes, and files that are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor import files
from slaeditor.model.errors import UserError


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("SLA-1 Kliniken Nord r3", "SLA-1 Kliniken Nord r3"),
        ("../../etc/passwd", "etc passwd"),
        ("İstanbul Şehir Hastanesi", "İstanbul Şehir Hastanesi"),
        ('Łódź: <S.A.> | "x"', "Łódź S.A. x"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("", "agreement"),
        ("...", "agreement"),
        ("a\x00b\nc\u202ed", "a b c d"),
    ],
)
def test_hostile_names_become_safe(words: str, name: str) -> None:
    assert files.safe_name(words) == name


@given(st.text())
def test_every_text_gives_a_name_that_can_be_used(words: str) -> None:
    name = files.safe_name(words)
    assert name
    assert name == name.strip(" .")
    assert not set(name) & set('/\\:*?"<>|\x00\n\r\t')
    assert len(name.encode()) <= 210
    assert files.safe_name(name) in {name, f"_{name}"}


def test_a_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    files.write(target, b"first")
    with pytest.raises(UserError, match="exists already"):
        files.write(target, b"second")
    assert target.read_bytes() == b"first"
    files.write(target, b"second", overwrite=True)
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be written: No such file"):
        files.write(tmp_path / "none" / "a.pdf", b"x")


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    target = tmp_path / "a.pdf"
    files.write(target, b"first")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="No space left"):
        files.write(target, b"second", overwrite=True)
    assert target.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="No space left"):
        files.write(tmp_path / "a.pdf", b"x")
    assert list(tmp_path.iterdir()) == []
