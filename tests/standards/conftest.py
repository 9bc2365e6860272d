"""Every test of this folder that asks for ``document`` runs once for each shipped standard."""

import pytest

from slaeditor import resources
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json
from tools.standards.library import INDUSTRIES


@pytest.fixture(scope="session", params=INDUSTRIES)
def document(request: pytest.FixtureRequest) -> Agreement:
    """A shipped standard, read as the program reads it."""
    return from_json(resources.path("standards", f"{request.param}.json").read_bytes())
