"""The walls between the rooms, read from the source: who may import what, and what the pure model may not touch."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "slaeditor"
ROOMS = ("model", "storage", "export", "ui")

# Which parts of slaeditor each room may import besides itself.
MAY_KNOW = {
    "model": set[str](),
    "storage": {"model", "resources"},
    "export": {"model", "resources"},
    "ui": {"model", "resources"},
}

WINDOW = {"PySide6", "shiboken6"}
DATABASE = {"sqlalchemy", "alembic", "sqlite3"}
DOCUMENTS = {"reportlab", "openpyxl", "pikepdf", "pypdfium2"}
# Files, clock, chance, surroundings: handed to the model, never fetched by it.
OUTSIDE = {
    "asyncio", "getpass", "importlib", "io", "locale", "multiprocessing", "os", "pathlib", "pkgutil", "platform",
    "platformdirs", "random", "secrets", "shutil", "socket", "subprocess", "tempfile", "time", "urllib", "zstandard",
}  # fmt: skip

LOCAL_NAMES = {"month_name", "month_abbr", "day_name", "day_abbr"}

FORBIDDEN = {
    "model": WINDOW | DATABASE | DOCUMENTS | OUTSIDE,
    "storage": WINDOW | DOCUMENTS,
    "export": WINDOW | DATABASE,
    "ui": DATABASE | {"reportlab", "openpyxl", "pikepdf"},
}

IMPURE_NAMES = {"open", "input", "print", "exec", "eval"}
IMPURE_METHODS = {"now", "utcnow", "today", "uuid1", "uuid4", "read_text", "read_bytes", "write_text", "write_bytes"}


def imports(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything imported, ``from a import b`` as ``a.b``; relative ones resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: -(node.level - 1) or None] if node.level else []
            origin = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def breaches(source: str, room: str, package: str) -> list[str]:
    """What a module of this room does that its walls forbid, one sentence each."""
    tree = ast.parse(source)
    found = []
    for line, name in imports(tree, package):
        top, _, rest = name.partition(".")
        part = rest.partition(".")[0]
        if top in FORBIDDEN[room]:
            found.append(f"line {line}: {room} imports {top}")
        elif top == "slaeditor" and part != room and part not in MAY_KNOW[room]:
            found.append(f"line {line}: {room} imports slaeditor.{part}")
    if room == "model":
        found += [f"line {line}: the model calls {name}()" for line, name in impure_calls(tree)]
    return found


def impure_calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Calls that read a clock, a file or chance."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in IMPURE_NAMES:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name)) if name in IMPURE_METHODS:
                yield node.lineno, name


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_keeps_to_its_walls(room: str) -> None:
    files = sorted((PACKAGE / room).rglob("*.py"))
    assert files, f"no source seen in slaeditor/{room}: this test would pass on nothing"
    found = []
    for file in files:
        inner = file.relative_to(PACKAGE.parent)
        package = ".".join(inner.parent.parts)
        found += [f"{inner}: {breach}" for breach in breaches(file.read_text("utf-8"), room, package)]
    assert not found, "\n".join(found)


def test_only_the_compositions_stand_beside_the_rooms() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert folders == set(ROOMS)


@pytest.mark.parametrize(
    ("room", "source", "breach"),
    [
        ("model", "import slaeditor.ui.session", "line 1: model imports slaeditor.ui"),
        ("model", "from slaeditor import resources", "line 1: model imports slaeditor.resources"),
        ("model", "from ..storage import library", "line 1: model imports slaeditor.storage"),
        ("model", "def late():\n    import sqlalchemy.orm", "line 2: model imports sqlalchemy"),
        ("model", "from pathlib import Path", "line 1: model imports pathlib"),
        ("model", "datetime.now(UTC)", "line 1: the model calls now()"),
        ("model", "open('x')", "line 1: the model calls open()"),
        ("storage", "from slaeditor.export import pdf", "line 1: storage imports slaeditor.export"),
        ("storage", "from slaeditor import app", "line 1: storage imports slaeditor.app"),
        ("export", "from PySide6.QtGui import QColor", "line 1: export imports PySide6"),
        ("ui", "import sqlite3", "line 1: ui imports sqlite3"),
    ],
)
def test_a_breach_is_seen(room: str, source: str, breach: str) -> None:
    assert breaches(source, room, f"slaeditor.{room}") == [breach]


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("model", "from datetime import time, datetime\nfrom slaeditor.model import edits\nfrom . import compare"),
        ("storage", "import sqlite3\nfrom slaeditor import model, resources\nopen('x')"),
        ("ui", "import pypdfium2\nfrom PySide6.QtCore import Qt\nfrom slaeditor.model.edits import apply"),
    ],
)
def test_what_is_allowed_passes(room: str, source: str) -> None:
    assert breaches(source, room, f"slaeditor.{room}") == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_modules_of_a_room_import_one_another_in_a_circle(room: str) -> None:
    """Neither late nor for their types alone: who needs the other's help is handed it, or both rest on a smaller module."""
    modules = {
        ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): file
        for file in (PACKAGE / room).rglob("*.py")
    }
    known: dict[str, set[str]] = {}
    for name, file in modules.items():
        package = name if file.name == "__init__.py" else name.rpartition(".")[0]
        found = {one for _, one in imports(ast.parse(file.read_text(encoding="utf-8")), package)}
        whole = {one if one in modules else one.rpartition(".")[0] for one in found}
        known[name] = (whole & set(modules)) - {name}
    assert len(known) > 15
    assert tuple(TopologicalSorter(known).static_order())  # CycleError names the circle


@pytest.mark.parametrize("room", ["model", "storage", "export"])
def test_no_day_or_month_is_named_in_the_language_of_the_machine(room: str) -> None:
    """``%a``, ``%B`` and ``calendar.month_name`` follow the locale, which Qt takes from the system."""
    files = sorted((PACKAGE / room).rglob("*.py"))
    found = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in LOCAL_NAMES)
        or (isinstance(node, ast.FormattedValue) and _formats_a_name(node.format_spec))
        or (isinstance(node, ast.Call) and _is_strftime(node.func) and any(map(_formats_a_name, node.args)))
    ]
    assert files
    assert found == []


def _is_strftime(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and called.attr == "strftime"


def _formats_a_name(spec: ast.AST | None) -> bool:
    texts = [one.value for one in ast.walk(spec) if isinstance(one, ast.Constant)] if spec is not None else []
    return any(isinstance(text, str) and any(mark in text for mark in ("%a", "%A", "%b", "%B")) for text in texts)
