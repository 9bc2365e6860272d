"""The wording of an agreement: terms become sentences, tables and records."""
