"""What the tables cannot say in portable terms: rows that never change, and the full-text index."""

from __future__ import annotations

IMMUTABLE = ("blobs", "revisions", "events")


def statements() -> tuple[str, ...]:
    """The DDL that follows the tables."""
    guards = [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are never changed'); END"
        for table in IMMUTABLE
        for verb in ("UPDATE", "DELETE")
    ]
    return (*guards, *FULLTEXT)


# Words come folded (case, marks, special letters), so that the tokenizer needs to fold nothing; see model.summary.
FULLTEXT = (
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
