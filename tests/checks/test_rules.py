"""Every rule of the table: found where it holds, silent where it nearly does, with a witness and a remedy that mends it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from slaeditor.model import checks, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.canonical import from_json, to_json
from slaeditor.model.checks import RULES, Finding, Past, imported
from slaeditor.model.edits import apply
from slaeditor.model.errors import DocumentError
from tests.checks.case import Case, FileCase, sample
from tests.checks.cases import every_case, every_file_case

CASES = every_case()
FILE_CASES = every_file_case()
CATALOGUE = [line.split() for line in Path(__file__).with_name("catalogue.txt").read_text("utf-8").splitlines()]


def found(document: Agreement, rule: str, past: Past | None = None) -> dict[str, Finding]:
    own = [one for one in checks.findings(document, past) if one.rule == rule]
    return {paths.text_of(one.paths[0]): one for one in own}


@pytest.mark.parametrize("rule", sorted(set(RULES) - {"MISSING", "DANGLING"}))
def test_a_rule_is_as_grave_as_the_catalogue_says_and_has_a_case(rule: str) -> None:
    grades = {identifier: (severity, fault) for identifier, severity, fault in CATALOGUE}
    assert grades[rule] == (RULES[rule].severity.value, RULES[rule].fault.value)
    assert rule in {case.rule for case in CASES} | {case.rule for case in FILE_CASES}, "no document triggers it"


def test_every_rule_is_declared_once() -> None:
    declared = Counter(rule.id for family in checks.table.FAMILIES for rule in family.rules)
    assert [rule for rule, times in declared.items() if times > 1] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_rule_holds_for_the_one_document_and_not_for_the_other(case: Case) -> None:
    broken = case.trigger(case.document)
    told = found(broken, case.rule, case.past)
    assert case.at in told, sorted(told)
    finding = told[case.at]
    assert case.witness in finding.witness
    assert case.says in finding.sentence
    assert finding.sentence.endswith((".", "?"))
    assert "{" not in finding.sentence or "{{" in finding.witness
    assert all(paths.exists(broken, path) for path in finding.paths)
    assert case.at not in found(case.innocent(case.document), case.rule, case.past_of_innocent or case.past)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_remedy_mends_what_was_found(case: Case) -> None:
    broken = case.trigger(case.document)
    finding = found(broken, case.rule, case.past)[case.at]
    assert (finding.remedy is None) is (finding.remedy_name == "")
    if finding.remedy is not None:
        mended = apply(broken, finding.remedy)
        assert finding.sentence not in [one.sentence for one in found(mended, case.rule, case.past).values()]


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.remedy is not None], ids=lambda rule: rule.id)
def test_a_remedy_that_is_declared_is_offered(rule: checks.rule.Rule) -> None:
    if rule.id == "DANGLING":
        return  # tests/model/test_checks.py
    offered = [
        found(case.trigger(case.document), rule.id, case.past)[case.at] for case in CASES if case.rule == rule.id
    ]
    assert any(one.remedy is not None for one in offered)


@pytest.mark.parametrize("case", FILE_CASES, ids=lambda case: case.name)
def test_a_file_that_breaks_the_rule_is_refused_and_told_why(case: FileCase) -> None:
    broken, whole = json.loads(to_json(sample())), json.loads(to_json(sample()))
    case.trigger(broken)
    case.innocent(whole)
    with pytest.raises(DocumentError):
        from_json(json.dumps(broken).encode())
    told = {one.rule: one for one in imported.faults(broken)}
    assert case.says in told[case.rule].sentence
    assert case.rule not in {one.rule for one in imported.faults(whole)}
    from_json(json.dumps(whole).encode())


def test_every_rule_of_the_catalogue_is_in_the_table() -> None:
    assert [identifier for identifier, _, _ in CATALOGUE if identifier not in RULES] == []
