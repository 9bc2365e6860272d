"""What is shipped is what the generator writes, and every reference in it leads somewhere."""

import pytest

from slaeditor import resources
from slaeditor.model import paths, references, text
from slaeditor.model.agreement import Agreement, DocumentKind
from slaeditor.model.checks import findings
from slaeditor.model.references import REFERENCE_IN_TEXT
from slaeditor.model.terms import Kind, Shape, is_empty
from tools.standards import library
from tools.standards.__main__ import files


@pytest.mark.parametrize("path", sorted(files()), ids=str)
def test_the_file_is_what_the_generator_writes(path: object) -> None:
    written = {str(one): content for one, content in files().items()}
    assert resources.path(*str(path).split("/")).read_bytes() == written[str(path)], "run: python -m tools.standards"


def test_nothing_else_is_shipped_beside_the_generated_files() -> None:
    shipped = {one for folder in ("standards", "clauses") for one in resources.path(folder).iterdir()}
    assert {one.name for one in shipped} == {path.name for path in files()}


def test_it_is_a_standard_without_findings(document: Agreement) -> None:
    assert document.kind is DocumentKind.STANDARD
    assert [(finding.sentence, finding.witness) for finding in findings(document)] == []


def test_no_reference_leads_nowhere(document: Agreement) -> None:
    assert list(references.dangling(document)) == []


def test_what_only_a_contract_knows_is_empty(document: Agreement) -> None:
    assert is_empty(document.parties.customer.legal_name)
    assert document.parties.signatories == ()
    assert document.needs.services == ()
    for contact in document.parties.contacts:
        assert (contact.email, contact.phone) == ("", "")
    for channel in document.channels.items:
        assert channel.address == ""


def test_every_value_that_a_clause_refers_to_is_stated(document: Agreement) -> None:
    named = [
        where
        for clause in document.legal.clauses
        for what, where in REFERENCE_IN_TEXT.findall(clause.text)
        if what == "value"
    ]
    assert len(named) > 5
    for where in named:
        path = paths.parse(where)
        assert text.value_text(document, paths.field_at(path), paths.find(document, path)), where


def test_the_clauses_are_those_of_the_library(document: Agreement) -> None:
    known = {clause.id: clause for clause in library.clauses()}
    assert len(document.legal.clauses) > 30
    for clause in document.legal.clauses:
        assert clause.text == clause.library_text == known[clause.library_id].text


def test_every_clause_and_definition_of_the_library_is_used_by_a_standard() -> None:
    assert all(entry.standards for entry in library.clauses())
    assert all(entry.standards for entry in library.definitions())
    for standard in library.INDUSTRIES:
        assert library.clauses_of(standard)


def test_every_limit_is_about_a_term_and_names_an_approver(document: Agreement) -> None:
    approvers = {approver.role for approver in document.signoff.approvers}
    assert len(document.playbook.limits) > 20
    for limit in document.playbook.limits:
        assert not paths.is_internal(paths.parse(limit.path))
        assert "*" in limit.path or paths.exists(document, paths.parse(limit.path)), limit.path
        assert limit.approval_by in approvers
        assert limit.reason.endswith(".")


def test_texts_fit_into_the_sentences_of_their_terms(document: Agreement) -> None:
    """A value inside a sentence starts small and has no full stop; a text of its own is made of whole sentences."""
    for path, declared, value in paths.walk(document):
        says = declared.term.says
        if declared.kind is not Kind.TEXT or not value or not isinstance(says, str) or "{}" not in says:
            continue
        if declared.term.shape not in (Shape.PLAIN, Shape.LONG):
            continue
        if says == "{}":
            assert value.endswith("."), (path, value)
        else:
            assert not value.endswith("."), (path, value)
            starts = value[0].islower() or says.startswith("{}") or path[:2] in _NAMES
            assert starts, (path, value)


_NAMES = {("identity", name) for name in ("number", "title", "venue", "confidentiality")} | {("legal", "clauses")}
