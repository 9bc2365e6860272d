"""The pinned requirements: complete, hashed, and free of addresses."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    """The normalised package names of requirement lines."""
    found = set()
    for requirement in requirements:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name, requirement
        found.add(re.sub(r"[-_.]+", "-", name[0]).lower())
    return found


@pytest.mark.parametrize(
    ("file", "extras"), [("run", ["build"]), ("dev", ["build", "dev"]), ("bench", ["build", "dev", "bench"])]
)
def test_every_dependency_is_pinned(file: str, extras: list[str]) -> None:
    lines = (ROOT / "requirements" / f"{file}.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line[:1].isalnum()]
    declared = PROJECT["dependencies"] + [each for extra in extras for each in PROJECT["optional-dependencies"][extra]]
    assert names(declared) - names(pins) == set(), "run `make pin`"
    assert all("==" in pin for pin in pins)


@pytest.mark.parametrize("file", ["run", "dev", "bench"])
def test_every_pin_has_hashes_and_no_address(file: str) -> None:
    text = (ROOT / "requirements" / f"{file}.txt").read_text("utf-8")
    assert "://" not in text
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_what_is_tested_is_what_runs() -> None:
    def pins(file: str) -> set[str]:
        text = (ROOT / "requirements" / f"{file}.txt").read_text("utf-8")
        return set(re.findall(r"^[A-Za-z0-9].*?(?= \\$)", text, flags=re.MULTILINE))

    assert pins("run") <= pins("dev") <= pins("bench")
