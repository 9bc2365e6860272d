"""Tests of slaeditor.export."""
