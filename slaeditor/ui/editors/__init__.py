"""Editors of one value, by kind; none knows where in the document its value stands."""
