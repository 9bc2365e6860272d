"""Every leaf of the document type: the hash, the comparison and the reading back know it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from slaeditor.model import canonical, paths
from slaeditor.model.agreement import Agreement
from slaeditor.model.compare import Changed, Renamed, compare
from slaeditor.model.paths import Path
from slaeditor.model.terms import Field, Kind, fields
from tests.filled import change, filled_document, one_leaf_of_each


@cache
def document() -> Agreement:
    return filled_document()


def leaves() -> list[Any]:
    return [pytest.param(*leaf, id=paths.text_of(leaf[0])) for leaf in one_leaf_of_each(document())]


def _count(owner: Any) -> int:
    return sum(_count(f.type) if f.kind in (Kind.ROWS, Kind.GROUP) else 1 for f in fields(owner))


def test_the_sample_shows_every_leaf_of_the_type() -> None:
    assert len(one_leaf_of_each(document())) == _count(Agreement) > 450


@pytest.mark.parametrize(("path", "declared", "value"), leaves())
def test_a_changed_leaf_changes_the_hash_and_is_the_one_change(path: Path, declared: Field, value: Any) -> None:
    changed = change(document(), path, declared, value)
    assert canonical.content_hash(changed) != canonical.content_hash(document())
    (found,) = compare(document(), changed)
    assert isinstance(found, Changed | Renamed)
    assert (found.path, found.old, found.new) == (path, value, paths.find(changed, path))
    assert canonical.from_json(canonical.to_json(changed)) == changed


@pytest.mark.parametrize(("path", "declared", "value"), leaves())
def test_an_internal_leaf_never_leaves_the_house(path: Path, declared: Field, value: Any) -> None:
    changed = change(document(), path, declared, value)
    before, after = (
        canonical.open_sealed(canonical.sealed_json(document())),
        canonical.open_sealed(canonical.sealed_json(changed)),
    )
    assert (before == after) == paths.is_internal(path)
