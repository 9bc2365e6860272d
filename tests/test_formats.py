"""Every format that was ever written can be read, and the shipped schema is that of today's document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from slaeditor import resources
from slaeditor.model import canonical, references
from slaeditor.model.agreement import FORMAT

FILES = Path(__file__).parent / "formats"


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_a_document_of_every_format_is_read(version: int) -> None:
    file = FILES / f"agreement-{version}.json"
    assert file.exists(), f"format {version} has no file in tests/formats: its upcast would go untested"
    data = file.read_bytes()
    assert json.loads(data)["format"] == version
    document = canonical.from_json(data)
    assert document.format == FORMAT
    assert document.parties.customer.legal_name == "Güneş Sağlık Grubu A.Ş."
    assert len(document.services.items) == 5
    assert not list(references.dangling(document))
    assert canonical.from_json(canonical.to_json(document)) == document


def test_there_is_no_file_of_a_format_to_come() -> None:
    found = {int(file.stem.rpartition("-")[2]) for file in FILES.glob("agreement-*.json")}
    assert found == set(range(1, FORMAT + 1))


def test_the_shipped_schema_is_that_of_the_document() -> None:
    shipped = json.loads(resources.path("schema", "agreement.schema.json").read_text("utf-8"))
    assert shipped == json.loads(json.dumps(canonical.schema())), (
        "slaeditor schema > resources/schema/agreement.schema.json"
    )
