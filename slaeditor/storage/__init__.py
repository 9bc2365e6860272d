"""The library file: revisions, events, drafts, search and backup."""
