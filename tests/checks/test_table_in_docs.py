"""The table of rules for people has each rule once, with a plain line, as it is declared now."""

from __future__ import annotations

import pytest

from slaeditor.model.checks import RULES
from tools import rules


def test_the_page_is_as_the_rules_are() -> None:
    written = rules.PAGE.read_text("utf-8")
    assert written == rules.page(written), "make rules"


def test_every_rule_has_one_plain_line() -> None:
    lines = [(rule, words) for own in rules.families().values() for rule, words in own.items()]
    assert sorted(rule for rule, _ in lines) == sorted(RULES)
    assert [rule for rule, words in lines if not words.endswith((".", "…")) or "|" in words] == []


def test_a_rule_stands_below_its_family() -> None:
    wrong = [
        rule
        for heading, own in rules.families().items()
        for rule in own
        if "-" in rule and not heading.startswith(rule.partition("-")[0])
    ]
    assert wrong == []


def test_a_page_without_a_place_for_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for the table"):
        rules.page("# The checks\n")
