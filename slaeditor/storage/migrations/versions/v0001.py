"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_NEVER_CHANGED = ("blobs", "revisions", "events")
SQLITE = (
    *(
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END"
        for table in _NEVER_CHANGED
        for verb in ("UPDATE", "DELETE")
    ),
    """CREATE VIRTUAL TABLE found USING fts5(
    folded, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    """CREATE TRIGGER texts_added AFTER INSERT ON texts
    BEGIN INSERT INTO found(rowid, folded) VALUES (new.id, new.folded); END""",
    """CREATE TRIGGER texts_removed AFTER DELETE ON texts
    BEGIN INSERT INTO found(found, rowid, folded) VALUES ('delete', old.id, old.folded); END""",
    """CREATE VIRTUAL TABLE named USING fts5(
    words, content='agreements', content_rowid='key', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    """CREATE TRIGGER agreements_added AFTER INSERT ON agreements
    BEGIN INSERT INTO named(rowid, words) VALUES (new.key, new.words); END""",
    """CREATE TRIGGER agreements_renamed AFTER UPDATE OF words ON agreements WHEN old.words <> new.words BEGIN
    INSERT INTO named(named, rowid, words) VALUES ('delete', old.key, old.words);
    INSERT INTO named(rowid, words) VALUES (new.key, new.words); END""",
)


def upgrade() -> None:
    op.create_table(
        "agreements",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("customer", sa.Text, nullable=False),
        sa.Column("provider", sa.Text, nullable=False),
        sa.Column("effective", sa.Date),
        sa.Column("expires", sa.Date),
        sa.Column("next_review", sa.Date),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("findings", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("starts", sa.Date),
        sa.Column("ends", sa.Date),
        sa.Column("ending", sa.String(16)),
        sa.Column("ended", sa.Date),
        sa.Column("archived", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("stored", sa.String(64), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("chain", sa.String(64), nullable=False),
        sa.Column("drafted", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("indexed", sa.Integer, nullable=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Index(None, "changed"),
        sa.Index(None, "number"),
        sa.Index(
            "ix_agreements_pending",
            "key",
            sqlite_where=sa.text("indexed <> version"),
            postgresql_where=sa.text("indexed <> version"),
        ),
    )
    op.create_table(
        "blobs",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("base", sa.String(64), sa.ForeignKey("blobs.hash")),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "revisions",
        sa.Column("agreement", sa.Integer, sa.ForeignKey("agreements.key"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("stored", sa.String(64), sa.ForeignKey("blobs.hash"), nullable=False),
        sa.Column("parent", sa.String(64), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("effective", sa.Date),
        sa.Column("expires", sa.Date),
        sa.CheckConstraint("message <> ''", name="ck_revisions_message"),
        sa.Index(None, "hash"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("agreement", sa.Integer, sa.ForeignKey("agreements.key"), primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "drafts",
        sa.Column("agreement", sa.Integer, sa.ForeignKey("agreements.key"), primary_key=True),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("stored", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.Column("session", sa.Text, nullable=False),
    )
    op.create_table(
        "periods",
        sa.Column("agreement", sa.Integer, sa.ForeignKey("agreements.key"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("end", sa.Date),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "texts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.LargeBinary(16), nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
    )
    op.create_table(
        "spots",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.UniqueConstraint("path", "label"),
    )
    op.create_table(
        "places",
        sa.Column("agreement", sa.Integer, nullable=False, primary_key=True),
        sa.Column("spot", sa.Integer, nullable=False, primary_key=True),
        sa.Column("text", sa.Integer, nullable=False),
        sa.Index(None, "text"),
        sa.ForeignKeyConstraint(["agreement"], ["agreements.key"]),
        sa.ForeignKeyConstraint(["spot"], ["spots.id"]),
        sa.ForeignKeyConstraint(["text"], ["texts.id"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
