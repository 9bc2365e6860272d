"""Tests of the library's page."""
