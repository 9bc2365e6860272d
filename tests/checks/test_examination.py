"""An examination that asks only what an edit can affect finds what a new one finds."""

from __future__ import annotations

import pytest

from slaeditor.model import paths
from slaeditor.model.checks import Examination, findings
from tests.checks.case import sample
from tests.filled import change, one_leaf_of_each

LEAVES = [(path, declared, value) for path, declared, value in one_leaf_of_each(sample()) if path != ("format",)]


@pytest.mark.parametrize("part", range(8))
def test_the_same_is_found_after_every_edit(part: int) -> None:
    examination = Examination()
    document = sample()
    assert examination.findings(document) == findings(document)
    for path, declared, value in LEAVES[part::8]:
        document = change(document, path, declared, value)
        assert examination.findings(document) == findings(document), paths.text_of(path)


def test_a_rule_is_not_asked_again_when_nothing_that_it_reads_has_changed() -> None:
    examination = Examination()
    before = {finding.rule: finding for finding in examination.findings(sample())}
    again = {finding.rule: finding for finding in examination.findings(sample())}
    assert all(again[rule] is finding for rule, finding in before.items())
