"""The tables of a library, as every database knows them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    CursorResult,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

SCHEMA = 1
"""The number of the schema that this program writes; the migrations lead from every older one to it."""

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=CONVENTION)

HASH = String(64)

agreements = Table(
    "agreements",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    # What the list shows: a copy of the newest document's summary, its folded words, and the findings last counted.
    Column("number", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("customer", Text, nullable=False),
    Column("provider", Text, nullable=False),
    Column("effective", Date),
    Column("expires", Date),
    Column("next_review", Date),
    Column("words", Text, nullable=False),
    Column("findings", Integer, nullable=False, default=0),
    Column("updated_at", String(32), nullable=False),
    # What follows from the events: a copy of lifecycle.State, and of what filters ask for.
    Column("state", Text, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("starts", Date),
    Column("ends", Date),
    Column("ending", String(16)),
    Column("ended", Date),
    Column("archived", Boolean, nullable=False, default=False),
    # The newest revision and the end of the chain of events.
    Column("revision", Integer, nullable=False, default=0),
    Column("hash", HASH, nullable=False, default=""),
    Column("stored", HASH, nullable=False, default=""),
    Column("sequence", Integer, nullable=False, default=0),
    Column("chain", HASH, nullable=False),
    # Counters: of this document's versions, of the version that the search knows, of the library's changes.
    Column("drafted", Boolean, nullable=False, default=False),
    Column("version", Integer, nullable=False),
    Column("indexed", Integer, nullable=False, default=0),
    Column("changed", Integer, nullable=False),
    Index(None, "changed"),
    Index(None, "number"),
    # Naming another dialect's option here would load that dialect, 60 ms at every start.
    Index("ix_agreements_pending", "key", sqlite_where=text("indexed <> version")),
)

blobs = Table(
    "blobs",
    metadata,
    Column("hash", HASH, primary_key=True),
    Column("base", HASH, ForeignKey("blobs.hash")),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""Whole documents by the SHA-256 of their JSON: compressed alone, or against one other that is compressed alone."""

revisions = Table(
    "revisions",
    metadata,
    Column("agreement", Integer, ForeignKey("agreements.key"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("hash", HASH, nullable=False),
    Column("stored", HASH, ForeignKey("blobs.hash"), nullable=False),
    Column("parent", HASH, nullable=False),
    Column("author", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("effective", Date),
    Column("expires", Date),
    CheckConstraint("message <> ''", name="ck_revisions_message"),
    Index(None, "hash"),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    Column("agreement", Integer, ForeignKey("agreements.key"), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("previous", HASH, nullable=False),
    Column("hash", HASH, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

drafts = Table(
    "drafts",
    metadata,
    Column("agreement", Integer, ForeignKey("agreements.key"), primary_key=True),
    Column("base", Integer, nullable=False),
    Column("stored", HASH, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("session", Text, nullable=False),
)

periods = Table(
    "periods",
    metadata,
    Column("agreement", Integer, ForeignKey("agreements.key"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("start", Date, nullable=False),
    Column("end", Date),
    sqlite_with_rowid=False,
)
"""When which signed revision is in force: a copy of what follows from events and revisions."""

texts = Table(
    "texts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", LargeBinary(16), nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("folded", Text, nullable=False),
)
"""Every text worth finding, once, however many agreements hold it."""

spots = Table(
    "spots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Text, nullable=False),
    Column("label", Text, nullable=False),
    UniqueConstraint("path", "label"),
)

places = Table(
    "places",
    metadata,
    Column("agreement", Integer, nullable=False, primary_key=True),
    Column("spot", Integer, nullable=False, primary_key=True),
    Column("text", Integer, nullable=False),
    Index(None, "text"),
    ForeignKeyConstraint(["agreement"], ["agreements.key"]),
    ForeignKeyConstraint(["spot"], ["spots.id"]),
    ForeignKeyConstraint(["text"], ["texts.id"]),
    sqlite_with_rowid=False,
)
"""Which text stands where in the newest document of which agreement."""

settings = Table(
    "settings",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)


def stamp(at: datetime) -> str:
    """An instant as stored: UTC with microseconds, so that the texts sort as the instants do."""
    if at.tzinfo is None:
        raise ValueError("an instant needs its zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def instant(stored: str) -> datetime:
    """The aware instant, in UTC, behind a stored text."""
    return datetime.fromisoformat(stored)


def new_key(added: CursorResult[Any]) -> int:
    """The key that the database gave to the row just added."""
    key = added.inserted_primary_key
    if key is None:
        raise ValueError("nothing was added")
    return int(key[0])
