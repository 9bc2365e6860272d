"""Tests of slaeditor.model."""
