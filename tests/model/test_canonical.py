"""Canonical JSON: one writing of one value, clear sentences for what cannot be read, nothing internal in what leaves the house."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import Any

import pytest

from slaeditor.model import canonical
from slaeditor.model.agreement import Agreement
from slaeditor.model.agreement.services import Service
from slaeditor.model.edits import InsertRow, SetTerm, apply
from slaeditor.model.errors import DocumentError
from slaeditor.model.quantities import Money
from slaeditor.model.sentence import say
from tests.filled import filled_document


def plain() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(canonical.to_json(filled_document()))
    return raw


def refusal(raw: object) -> str:
    data = raw if isinstance(raw, bytes) else json.dumps(raw).encode()
    with pytest.raises(DocumentError) as caught:
        canonical.from_json(data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_equal_values_have_one_writing() -> None:
    one, two = (
        apply(Agreement(), InsertRow(("services", "items"), Service(id="a", monthly_fee=Money(Decimal(text), "EUR"))))
        for text in ("46500", "46500.00")
    )
    assert one == two
    assert canonical.to_json(one) == canonical.to_json(two)


def test_keys_are_sorted_and_text_is_utf8() -> None:
    data = canonical.to_json(apply(Agreement(), SetTerm(("identity", "title"), "Güneş Sağlık")))
    assert "Güneş Sağlık".encode() in data
    assert json.dumps(json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == data


def test_the_json_is_that_of_this_document_whichever_was_written_before() -> None:
    first = filled_document()
    second = apply(first, SetTerm(("identity", "title"), "Another title"))
    written = [canonical.to_json(document) for document in (first, second, first)]
    assert written[0] == written[2]
    assert [canonical.from_json(one).identity.title for one in written[:2]] == [first.identity.title, "Another title"]
    assert canonical.from_json(written[1]) == second


def test_the_hash_is_that_of_the_sealed_copy() -> None:
    document = filled_document()
    assert canonical.content_hash(document) == hashlib.sha256(canonical.sealed_json(document)).hexdigest()


def test_the_sealed_copy_holds_no_note_and_no_playbook() -> None:
    document = apply(filled_document(), SetTerm(("services", "note"), "they will pay more"))
    sealed = canonical.sealed_json(document)
    assert b"they will pay more" not in sealed
    assert b"playbook" not in sealed
    assert canonical.open_sealed(sealed).services.items[0].name == document.services.items[0].name


def test_a_bad_number_a_bad_time_and_a_wrong_type_are_named_with_their_place() -> None:
    raw = plain()
    raw["targets"]["items"][0]["compliance"] = "ninety"
    assert "targets.items" in refusal(raw)
    raw = plain()
    raw["needs"]["workday_start"] = "25:00"
    assert "needs.workday_start" in refusal(raw)
    raw = plain()
    raw["services"]["items"][1]["users"] = "many"
    assert "services.items[1].users" in refusal(raw)
    raw = plain()
    raw["services"]["items"][1]["monthly_fee"] = {"amount": "1", "currency": "euro"}
    assert "monthly_fee" in refusal(raw)


def test_unknown_terms_are_refused_not_forgotten() -> None:
    raw = plain()
    raw["services"]["items"][0]["colour"] = "red"
    assert "colour" in refusal(raw)


def test_two_rows_with_one_id_are_refused() -> None:
    raw = plain()
    raw["services"]["items"].append(raw["services"]["items"][0])
    assert "service-1" in refusal(raw)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"{", "JSON"), (b"\xff\xfe", "JSON"), (b"[" * 100_000, "JSON"), ([], "format"), ({}, "format"), ({"format": 99}, "99"),
        ({"format": 0}, "unknown"), ({"format": True}, "unknown"), ({"format": "1"}, "unknown"), ({"format": 1, "services": 3}, "services"),
        (b"null", "format"), (b"", "JSON"),
    ],
)  # fmt: skip
def test_what_is_no_document_is_refused_in_a_sentence(raw: object, word: str) -> None:
    assert word in refusal(raw)


def test_the_schema_describes_every_type_and_term() -> None:
    schema = canonical.schema()
    service = schema["$defs"]["Service"]["properties"]
    assert service["monthly_fee"]["title"] == "Monthly fee"
    assert service["monthly_fee"]["description"]
    assert schema["$defs"]["AvailabilityPromise"]["additionalProperties"] is False


def test_a_sentence_of_the_model_is_plain_text_in_a_document() -> None:
    sentence = say("Revision {number}", number=3)
    document = apply(Agreement(), SetTerm(("identity", "title"), sentence))
    assert canonical.from_json(canonical.to_json(document)).identity.title == "Revision 3"
    plain_one = apply(Agreement(), SetTerm(("identity", "title"), str(sentence)))
    assert canonical.to_json(document) == canonical.to_json(plain_one)
    assert canonical.content_hash(document) == canonical.content_hash(plain_one)
