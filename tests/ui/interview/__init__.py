"""The needs analysis in the window."""
