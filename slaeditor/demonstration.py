"""The whole job on the sample: answers to agreement, to revision, to PDF and workbook, in one folder."""

from __future__ import annotations

from pathlib import Path

from slaeditor import files, named, shipped
from slaeditor.making import FIRST_MESSAGE, render_to, store
from slaeditor.model.canonical import to_json
from slaeditor.model.errors import UserError


def demonstrate(folder: Path, author: str, *, overwrite: bool = False) -> tuple[tuple[str, Path], ...]:
    """Work the sample through into ``folder``, which is made if need be; returns what was made, each with its file.

    Raises ``UserError`` when a file is there already, unless it may be replaced, or when one cannot be written.
    """
    library_file, answers_file = folder / "library.slalib", folder / "answers.json"
    document = shipped.sample()
    name = files.safe_name(f"{document.identity.number} {document.parties.customer.legal_name} r1")
    targets = {ending: folder / f"{name}.{ending}" for ending in ("json", "pdf", "xlsx")}
    for target in (library_file, answers_file, *targets.values()):
        if target.exists() and not overwrite:
            raise UserError(
                f"“{target}” exists already.", kept="Nothing was changed.", remedy="Use --force to replace it."
            )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in (library_file, *folder.glob("library.slalib-*")):
            stale.unlink(missing_ok=True)
    except OSError as error:
        raise UserError(f"“{folder}” cannot be used: {error.strerror or error}.", kept="Nothing was made.") from error
    files.write(answers_file, shipped.sample_answers().read_bytes(), overwrite=overwrite)
    with named.open_library(library_file, create=True) as library:
        document, agreement = store(library, document, author, FIRST_MESSAGE)
        files.write(targets["json"], to_json(document) + b"\n", overwrite=overwrite)
        found = named.Found(document, agreement, 1)
        render_to(library, found, {ending: targets[ending] for ending in ("pdf", "xlsx")}, overwrite=overwrite)
    return (
        ("Answers of the interview", answers_file),
        (f"Agreement {document.identity.number}, revision 1", targets["json"]),
        ("PDF", targets["pdf"]),
        ("Workbook", targets["xlsx"]),
        ("Library", library_file),
    )
