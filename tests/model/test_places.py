"""What may be named as the place of a term."""

from __future__ import annotations

from slaeditor import shipped
from slaeditor.model import paths
from slaeditor.model.places import meant, offered
from slaeditor.model.text import place_text

SAMPLE = shipped.sample()


def test_every_place_that_the_sample_names_is_offered() -> None:
    general, one_by_one = set(offered(SAMPLE, any_row=True)), set(offered(SAMPLE, any_row=False))
    assert {limit.path for limit in SAMPLE.playbook.limits} <= general
    assert {link.need for link in SAMPLE.needs.links} | {link.term for link in SAMPLE.needs.links} <= one_by_one
    assert not [one for one in one_by_one if "*" in one or not paths.exists(SAMPLE, paths.parse(one))]
    for text in general | one_by_one:
        path = paths.parse(text)
        assert paths.field_at(path)
        assert path[0] != "playbook"
        assert not paths.is_internal(path)


def test_no_place_is_offered_twice_and_each_has_words() -> None:
    for any_row in (True, False):
        found = list(offered(SAMPLE, any_row=any_row))
        assert len(found) == len(set(found)) > 500
        assert not [one for one in found if "[" in place_text(SAMPLE, one) or "*" in place_text(SAMPLE, one)]


def test_a_place_is_meant_by_its_words() -> None:
    assert meant(SAMPLE, " targets.items[*].restore ", any_row=True) == "targets.items[*].restore"
    assert meant(SAMPLE, "targets › any target › RESTORE", any_row=True) == "targets.items[*].restore"
    assert meant(SAMPLE, "Penalties and rewards › Monthly cap", any_row=False) == "remedies.monthly_cap"
    assert meant(SAMPLE, "Somewhere else", any_row=True) is None
    assert meant(SAMPLE, "nowhere.at_all", any_row=True) is None
