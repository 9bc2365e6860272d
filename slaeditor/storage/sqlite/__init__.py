"""Everything that is particular to SQLite: connections, DDL, full-text search, copies, and what its errors mean."""
