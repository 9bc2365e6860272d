"""The Library: the agreements that there are, searched, shown, exported and verified."""
