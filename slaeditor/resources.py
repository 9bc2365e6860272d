"""Finds the files that the program ships: fonts, standards, clauses, phrases, translations, schema, the guide."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A checkout keeps them beside the package, and the guide among its documents; an installed copy has all inside it.
_PLACES = (_PACKAGE.parent / "resources", _PACKAGE / "_resources", _PACKAGE.parent / "docs")


def path(*parts: str) -> Path:
    """The path of a shipped file or folder, such as ``path("fonts", "NotoSans-Regular.ttf")``.

    Raises FileNotFoundError, naming the places searched, when this copy of the program lacks it: a broken
    installation, nothing that a user's input can cause.
    """
    for place in _PLACES:
        found = place.joinpath(*parts)
        if found.exists():
            return found
    name = "/".join(parts) or "resources"
    raise FileNotFoundError(f"{name} is missing from this installation (searched {_PLACES[0]} and {_PLACES[1]})")
