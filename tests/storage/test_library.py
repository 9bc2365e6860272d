"""Drafts, revisions, events and the list, through the door that the window uses."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from slaeditor.model.agreement import DocumentKind
from slaeditor.model.canonical import content_hash, to_json
from slaeditor.model.errors import UserError
from slaeditor.model.events import Archived, Committed, Created, Submitted, Terminated
from slaeditor.model.lifecycle import Status, fold
from slaeditor.storage.library import Library
from slaeditor.storage.records import Conflict, Damaged, Filter, Group, Order, Unchanged
from tests.filled import filled_document
from tests.storage.documents import ALL, AT, TODAY, document, saved, sign, titled


def test_a_new_agreement_is_a_draft_that_can_be_loaded_again(library: Library) -> None:
    filled = filled_document()
    made = library.create(filled, author="Ada", at=AT, session="window 1", origin="f" * 64)
    assert library.load(made.id) == made
    assert (made.document, made.version, made.revision, made.has_changes) == (filled, 1, 0, True)
    assert (made.saved_at, made.session) == (AT, "window 1")
    assert library.events(made.id) == (Created(at=AT, by="Ada", agreement=made.id, origin="f" * 64),)


def test_an_id_can_be_taken_once(library: Library) -> None:
    library.create(document(), author="Ada", at=AT, agreement_id="x")
    with pytest.raises(UserError, match="already holds"):
        library.create(document(), author="Ada", at=AT, agreement_id="x")
    assert len(library.agreements(ALL)) == 1


def test_a_commit_makes_a_revision_an_event_and_no_draft(library: Library) -> None:
    made = library.create(document(), author="Ada", at=AT)
    final = titled(made.document, "Care")
    revision, version = library.commit(
        made.id, final, author="Bob", message=" why ", at=AT, expected_version=made.version, findings=3
    )
    now = library.load(made.id)
    assert (now.document, now.version, now.revision, now.hash) == (final, version, 1, content_hash(final))
    assert not now.has_changes
    assert (revision.author, revision.message, revision.parent, revision.at) == ("Bob", "why", "", AT)
    assert library.revision(made.id, 1) == (revision, final)
    event = library.events(made.id)[-1]
    assert isinstance(event, Committed)
    assert (event.ordinal, event.revision, event.stored) == (1, revision.hash, revision.stored)
    assert library.agreements(ALL)[0].findings == 3


def test_revisions_follow_one_another_by_their_hashes(library: Library) -> None:
    made = saved(library, document())
    version = made.version
    for number in range(2, 12):
        text = f"Clause number {number}. " * 200
        changed = document(text=text if number % 3 else f"{number}", title=f"T{number}")
        _, version = library.commit(made.id, changed, author="Ada", message="more", at=AT, expected_version=version)
    kept = library.revisions(made.id)
    assert [revision.ordinal for revision in kept] == list(range(1, 12))
    assert [revision.parent for revision in kept] == ["", *(revision.hash for revision in kept[:-1])]
    assert [library.revision(made.id, n)[1].identity.title for n in (2, 7, 11)] == ["T2", "T7", "T11"]
    assert library.doctor() == ()


def test_going_back_to_an_old_text_stores_it_once(library: Library) -> None:
    made = saved(library, document())
    version = made.version
    for title in ("B", "Support", "B", "Support"):
        _, version = library.commit(
            made.id, titled(made.document, title), author="A", message="m", at=AT, expected_version=version
        )
    kept = library.revisions(made.id)
    assert len({revision.stored for revision in kept}) == 2
    assert [library.revision(made.id, n)[1].identity.title for n in range(1, 6)] == [
        "Support",
        "B",
        "Support",
        "B",
        "Support",
    ]


@pytest.mark.parametrize(("author", "message"), [("", "m"), ("A", ""), ("A", "  ")])
def test_a_commit_needs_an_author_and_a_message_and_leaves_nothing_behind(
    library: Library, author: str, message: str
) -> None:
    made = saved(library, document())
    with pytest.raises(UserError):
        library.commit(
            made.id, titled(made.document, "B"), author=author, message=message, at=AT, expected_version=made.version
        )
    assert library.load(made.id) == made
    assert len(library.revisions(made.id)) == 1
    assert library.doctor() == ()


def test_an_unchanged_document_is_no_new_revision(library: Library) -> None:
    made = saved(library, document())
    with pytest.raises(Unchanged, match="since revision 1"):
        library.commit(made.id, made.document, author="A", message="m", at=AT, expected_version=made.version)


def test_asking_for_what_is_not_there(library: Library) -> None:
    made = saved(library, document())
    with pytest.raises(UserError, match="no revision 7"):
        library.revision(made.id, 7)
    with pytest.raises(UserError, match="no agreement"):
        library.load("nobody")


def test_two_windows_never_overwrite_one_another(path: Path, library: Library) -> None:
    made = saved(library, document())
    with Library(path) as other:
        theirs = titled(made.document, "Theirs")
        version = other.save_draft(made.id, theirs, made.version, at=AT, session="window 2")
        mine = titled(made.document, "Mine")
        with pytest.raises(Conflict, match="saved elsewhere by window 2") as caught:
            library.save_draft(made.id, mine, made.version, at=AT, session="window 1")
        assert caught.value.mine == mine
        assert caught.value.theirs.document == theirs
        assert caught.value.theirs.version == version
        with pytest.raises(Conflict):
            library.commit(made.id, mine, author="A", message="m", at=AT, expected_version=made.version)
        with pytest.raises(Conflict):
            library.discard_draft(made.id, made.version, at=AT)
        assert library.load(made.id).document == theirs
        # The one who chose their own goes on from the other's version.
        library.save_draft(made.id, mine, caught.value.theirs.version, at=AT)
        assert other.load(made.id).document == mine


def test_a_commit_elsewhere_is_a_conflict_too(path: Path, library: Library) -> None:
    made = saved(library, document())
    with Library(path) as other:
        other.commit(made.id, titled(made.document, "B"), author="A", message="m", at=AT, expected_version=made.version)
    with pytest.raises(Conflict):
        library.save_draft(made.id, titled(made.document, "C"), made.version, at=AT)


def test_the_second_window_sees_what_happened(path: Path, library: Library) -> None:
    one, two = saved(library, document()), saved(library, document("Beta", number="SLA-2"))
    before = library.changes_since(0)
    assert set(before.agreements) == {one.id, two.id}
    assert library.changes_since(before.token).agreements == ()
    with Library(path) as other:
        other.save_draft(two.id, titled(two.document, "B"), two.version, at=AT)
        after = library.changes_since(before.token)
        assert after.agreements == (two.id,)
        other.record(one.id, Archived(at=AT, by="A"))
        assert library.changes_since(after.token).agreements == (one.id,)


def test_a_draft_equal_to_the_newest_revision_is_none(library: Library) -> None:
    made = saved(library, document())
    version = library.save_draft(made.id, titled(made.document, "B"), made.version, at=AT)
    assert library.load(made.id).has_changes
    library.save_draft(made.id, made.document, version, at=AT)
    assert not library.load(made.id).has_changes
    assert library.doctor() == ()


def test_discarding_a_draft_goes_back_to_the_revision(library: Library) -> None:
    made = saved(library, document())
    version = library.save_draft(made.id, titled(made.document, "B"), made.version, at=AT)
    back = library.discard_draft(made.id, version, at=AT)
    assert (back.document, back.has_changes) == (made.document, False)
    assert back.version > version
    assert library.agreements(ALL)[0].title == "Support"
    fresh = library.create(document(number="SLA-2"), author="A", at=AT)
    assert library.discard_draft(fresh.id, fresh.version, at=AT) == fresh


def test_what_is_committed_cannot_be_changed_even_by_hand(library: Library) -> None:
    saved(library, document())
    for statement in (
        "UPDATE revisions SET message = 'x'",
        "DELETE FROM revisions",
        "UPDATE events SET body = 'x'",
        "DELETE FROM events",
        "UPDATE blobs SET size = 1",
        "DELETE FROM blobs",
    ):
        with pytest.raises(IntegrityError, match="never changed"), library.database.write() as connection:
            connection.exec_driver_sql(statement)


def test_a_document_that_no_longer_matches_its_hash_is_not_handed_out(library: Library) -> None:
    made = saved(library, document())
    with library.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER blobs_no_update")
        connection.exec_driver_sql("UPDATE blobs SET data = (SELECT data FROM blobs) || x'00', size = size")
        connection.exec_driver_sql("UPDATE blobs SET data = zeroblob(30)")
    with pytest.raises(Damaged, match="no longer matches its hash"):
        library.load(made.id)


def test_finding_an_agreement_by_id_or_number(library: Library) -> None:
    one = saved(library, document(number="SLA-1"))
    assert library.find("SLA-1") == library.find(one.id) == one.id
    saved(library, document(number="SLA-1"))
    with pytest.raises(UserError, match="More than one"):
        library.find("SLA-1")
    with pytest.raises(UserError, match="no agreement"):
        library.find("SLA-9")


def test_the_next_number_follows_the_highest(library: Library) -> None:
    assert library.next_number("SLA-2026-") == "SLA-2026-0001"
    for number in ("SLA-2026-0009", "SLA-2026-0010", "SLA-2026-x", "SLA-2025-0999", "sla-2026_0100"):
        saved(library, document(number=number))
    assert library.next_number("SLA-2026-") == "SLA-2026-0011"


def test_settings(library: Library) -> None:
    assert library.setting("provider") is None
    library.set_setting("provider", "Nordic")
    library.set_setting("provider", "Nördic")
    assert library.setting("provider") == "Nördic"
    library.set_setting("provider", None)
    assert library.setting("provider") is None


def test_the_list_shows_each_agreement_as_it_is_today(library: Library) -> None:
    made = saved(library, document(effective=date(2026, 1, 1), months=12))
    sign(library, made.id)
    (row,) = library.agreements(ALL)
    assert (row.id, row.customer, row.number, row.revision) == (made.id, "Acme", "SLA-1", 1)
    assert (row.status, row.in_force, row.has_changes) == (Status.IN_FORCE, 1, False)
    assert (row.effective, row.expires, row.updated_at) == (date(2026, 1, 1), date(2026, 12, 31), AT)
    (later,) = library.agreements(Filter(today=date(2027, 1, 1)))
    assert (later.status, later.in_force) == (Status.EXPIRED, 0)
    version = made.version
    library.commit(
        made.id,
        document(effective=date(2027, 1, 1)),
        author="A",
        message="m",
        at=AT,
        expected_version=version,
    )
    (row,) = library.agreements(ALL)
    assert (row.status, row.in_force, row.revision) == (Status.DRAFT, 1, 2)
    assert library.doctor() == ()


def names(library: Library, group: Group, **given: Any) -> list[str]:
    wanted = Filter(today=TODAY, group=group, **given)
    return [row.number for row in library.agreements(wanted)]


def test_filters(library: Library) -> None:
    fresh = library.create(document(number="new"), author="A", at=AT)
    review = saved(library, document(number="review"))
    force = saved(library, document(number="force", effective=date(2026, 1, 1), months=60))
    soon = saved(library, document(number="soon", effective=date(2025, 7, 1), months=12))
    saved(library, document(number="due", next_review=TODAY + timedelta(days=10)))
    gone = saved(library, document(number="gone", next_review=TODAY))
    hidden = saved(library, document(number="hidden"))
    standard = library.create(document(number="std", kind=DocumentKind.STANDARD), author="A", at=AT)
    for each in (force, soon, gone):
        sign(library, each.id)
    library.record(gone.id, Terminated(at=AT, by="A", on=TODAY, reason="sold"))
    library.record(hidden.id, Archived(at=AT, by="A"))
    sign_first = library.state(review.id).revision
    library.record(review.id, Submitted(at=AT, by="A", revision=sign_first))
    assert set(names(library, Group.ALL)) == {"new", "review", "force", "soon", "due", "gone"}
    assert set(names(library, Group.ALL, archived=True)) >= {"hidden"}
    assert names(library, Group.ALL, kind="standard") == ["std"]
    assert set(names(library, Group.DRAFT)) == {"new", "due"}
    assert names(library, Group.IN_REVIEW) == ["review"]
    assert set(names(library, Group.IN_FORCE)) == {"force", "soon"}
    assert names(library, Group.REVIEW_DUE) == ["due"]
    assert names(library, Group.EXPIRING) == ["soon"]
    assert library.counts(ALL) == {group: len(names(library, group)) for group in Group}
    assert library.count(Filter(today=TODAY, kind="standard")) == 1
    only = Filter(today=TODAY, text="review", also=(force.id,))
    assert {row.number for row in library.agreements(only)} == {"review", "force"}
    assert library.counts(only) == {
        **dict.fromkeys(Group, 0), Group.ALL: 2, Group.IN_REVIEW: 1, Group.IN_FORCE: 1
    }  # fmt: skip
    assert names(library, Group.REVIEW_DUE, review_days=9) == []
    assert names(library, Group.EXPIRING, expiry_days=5) == []
    assert fresh.id != standard.id
    library.save_draft(force.id, titled(force.document, "x"), force.version, at=AT)
    assert "force" in names(library, Group.DRAFT)


def test_the_list_finds_folded_words_of_number_title_and_parties(library: Library) -> None:
    for customer, number in (
        ("Łódź Szpital", "P-1"),
        ("İzmir Şehir", "T-1"),
        ("Αθήνα Κλινική", "G-1"),
        ("50% Off_x", "E-1"),
    ):
        saved(library, document(customer, number=number))
    for text, expected in (
        ("lodz", "P-1"),
        ("ŁÓDŹ szp", "P-1"),
        ("izmir sehir", "T-1"),
        ("IZMİR", "T-1"),
        ("αθηνα", "G-1"),
        ("ΚΛΙΝΙΚΉ", "G-1"),
        ("50%", "E-1"),
        ("off_", "E-1"),
    ):
        assert [row.number for row in library.agreements(Filter(today=TODAY, text=text))] == [expected], text
    assert library.agreements(Filter(today=TODAY, text="odz")) == ()
    assert library.agreements(Filter(today=TODAY, text="%")) == ()


def test_sorting_puts_unknown_dates_last_either_way(library: Library) -> None:
    for number, effective in (("a", date(2026, 5, 1)), ("b", None), ("c", date(2026, 4, 1))):
        saved(library, document(number=number, effective=effective))
    up = Filter(today=TODAY, order=Order.EFFECTIVE)
    assert [row.number for row in library.agreements(up)] == ["c", "a", "b"]
    down = Filter(today=TODAY, order=Order.EFFECTIVE, descending=True)
    assert [row.number for row in library.agreements(down)] == ["a", "c", "b"]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("descending", [False, True])
def test_every_order_lists_every_agreement(library: Library, order: Order, descending: bool) -> None:
    for number in range(4):
        each = saved(library, document(f"C{number % 2}", number=f"N{number}", title=f"T{-number}"))
        if number % 2:
            sign(library, each.id)
    rows = library.agreements(Filter(today=TODAY, order=order, descending=descending))
    assert len(rows) == 4
    values: dict[Order, list[Any]] = {
        Order.CUSTOMER: [row.customer for row in rows],
        Order.NUMBER: [row.number for row in rows],
        Order.TITLE: [row.title for row in rows],
        Order.STATUS: [list(Status).index(row.status) for row in rows],
    }
    if order in values:
        assert values[order] == sorted(values[order], reverse=descending)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.integers(-400, 800),
    effective=st.none() | st.integers(-400, 400),
    months=st.none() | st.integers(1, 30),
    ended=st.none() | st.integers(-400, 800),
    redraft=st.booleans(),
)
def test_the_list_says_what_the_events_say(
    library: Library, day: int, effective: int | None, months: int | None, ended: int | None, redraft: bool
) -> None:
    # Without an effective date the last signature counts, and nobody looks at the time before it.
    assume(day >= 0 or effective is not None)
    start = None if effective is None else TODAY + timedelta(days=effective)
    made = saved(library, document(effective=start, months=months))
    sign(library, made.id, on=TODAY)
    if ended is not None:
        on = TODAY + timedelta(days=ended)
        library.record(made.id, Terminated(at=AT, by="A", on=on, reason="r"))
    if redraft:
        library.commit(
            made.id, titled(made.document, "x"), author="A", message="m", at=AT, expected_version=made.version
        )
    today = TODAY + timedelta(days=day)
    newest = library.revisions(made.id)[-1]
    row = next(row for row in library.agreements(Filter(today=today)) if row.id == made.id)
    assert row.status is fold(library.events(made.id), today, newest.effective, newest.expires)
    listed = {row.id for row in library.agreements(Filter(today=today, group=Group.IN_FORCE))}
    assert (made.id in listed) == (row.in_force == 1)
    if not redraft:
        assert (row.status is Status.IN_FORCE) == (row.in_force == 1)


def test_the_json_of_a_document_comes_back_to_the_byte(library: Library) -> None:
    filled = filled_document()
    made = saved(library, filled)
    assert to_json(library.load(made.id).document) == to_json(filled)
