"""Long texts cut to what is different in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.ui.compare.brief import MOST, brief

LONG = " ".join(f"word{number}" for number in range(60))


def test_short_texts_stand_whole_on_one_line() -> None:
    assert brief("one\n two", "") == ("one two", "")


def test_what_was_added_at_the_end_is_seen() -> None:
    old, new = brief(f"{LONG}.", f"{LONG}. The target is")
    assert old.startswith("…")
    assert old.endswith("word59.")
    assert new.endswith("word59. The target is")


def test_what_was_changed_in_the_middle_is_seen_with_a_little_around_it() -> None:
    old, new = brief(LONG, LONG.replace("word30", "another"))
    assert "word29 word30 word31" in old
    assert "word29 another word31" in new
    assert all(text[0] == text[-1] == "…" for text in (old, new))
    assert max(len(old), len(new)) <= MOST + 2


@given(st.text(), st.text(), st.text(), st.text(), st.integers(20, 200))
def test_it_is_never_longer_than_asked_for_and_made_of_the_text(
    head: str, old: str, new: str, tail: str, most: int
) -> None:
    for text, whole in zip(brief(head + old + tail, head + new + tail, most), (old, new), strict=True):
        flat = " ".join((head + whole + tail).split())
        assert len(text) <= most + 2
        assert text.removeprefix("…").removesuffix("…") in flat or text in flat
