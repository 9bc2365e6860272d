"""Comparing: two documents side by side, and changes as lines and trees for other places."""
