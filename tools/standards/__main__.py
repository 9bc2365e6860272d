"""``python -m tools.standards`` writes resources/standards and resources/clauses anew."""

from __future__ import annotations

import importlib
from pathlib import Path

import msgspec

from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import to_json
from tools.standards import library
from tools.standards.build import standard

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def standards() -> dict[str, Agreement]:
    """Every standard by the name of its file."""
    modules = {name: importlib.import_module(f"tools.standards.industries.{name}") for name in library.INDUSTRIES}
    return {name: standard(module.INDUSTRY) for name, module in modules.items()}


def files() -> dict[Path, bytes]:
    """Every file that is shipped, by its path below resources, with its content."""
    found = {Path("standards") / f"{name}.json": _pretty(to_json(document)) for name, document in standards().items()}
    found[Path("clauses") / "clauses.json"] = _pretty(msgspec.json.encode(library.clauses()))
    found[Path("clauses") / "definitions.json"] = _pretty(msgspec.json.encode(library.definitions()))
    return found


def _pretty(data: bytes) -> bytes:
    return msgspec.json.format(data, indent=1) + b"\n"


if __name__ == "__main__":
    for path, content in files().items():
        target = RESOURCES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        print(f"{path}: {len(content):,} bytes")
