"""The line that goes anywhere."""
