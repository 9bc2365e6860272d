"""Tests of slaeditor.export.xlsx."""
