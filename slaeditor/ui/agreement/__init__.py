"""The Agreement place: sections, the form of one of them, and the docks beside it."""
