"""Measurements against floors taken in the same run; no limit is an absolute time alone."""
