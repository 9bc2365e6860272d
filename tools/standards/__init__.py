"""Writes the shipped standards and the clause library: a common base, and what differs from industry to industry."""
