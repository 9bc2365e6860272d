"""Rows named by what was typed or pasted: in any case, also the Turkish one, alone or as a list."""

from __future__ import annotations

import pytest

from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.parties import Contact, Parties
from slaeditor.model.agreement.services import Service, Services
from slaeditor.model.errors import ParseError
from slaeditor.ui.editors.named import one, several

SERVICES = (
    Service(id="backup", code="BAK", name="Backup, restore"),
    Service(id="portal", code="POR", name="Hasta kayıt sistemi"),
    Service(id="izmir", code="IZM", name="İzmir laboratuvarı"),
    Service(id="both", code="BTH", name="Mail; calendar"),
    Service(id="cold", code="SK1", name="Sıkma"),
    Service(id="bored", code="SK2", name="Sikma"),
)
DOCUMENT = Agreement(
    services=Services(items=SERVICES),
    parties=Parties(contacts=(Contact(id="ada", name="Ada Öz", role="Head of IT"),)),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("BAK; POR", ("backup", "portal")),
        ("por,izm", ("portal", "izmir")),
        ("IZM\nBAK\n", ("izmir", "backup")),
        ("İZMİR LABORATUVARI", ("izmir",)),
        ("izmir laboratuvarı, HASTA KAYIT SİSTEMİ", ("izmir", "portal")),
        ("Backup, restore, POR", ("backup", "portal")),
        ("POR, Backup,restore", ("portal", "backup")),
        ("Mail; calendar; BAK", ("both", "backup")),
        ("POR;POR, por", ("portal",)),
        (" ; , \n", ()),
        ("Sıkma, Sikma", ("cold", "bored")),
        ("SK2", ("bored",)),
    ],
)
def test_lists_of_names(typed: str, found: tuple[str, ...]) -> None:
    assert several(DOCUMENT, "services", typed) == found


def test_a_contact_is_found_by_its_role() -> None:
    assert one(DOCUMENT, "contacts", "head of it") == "ada"
    assert one(DOCUMENT, "contacts", "ada oz") == "ada"


@pytest.mark.parametrize("typed", ["POR, Somebody", "Backup restore", "Restore, POR"])
def test_what_is_not_there_is_refused_as_a_whole(typed: str) -> None:
    with pytest.raises(ParseError, match="is not in the agreement"):
        several(DOCUMENT, "services", typed)


def test_a_name_of_two_rows_is_refused() -> None:
    with pytest.raises(ParseError, match="is the name of 2 rows"):
        one(DOCUMENT, "services", "SÎKMA")
