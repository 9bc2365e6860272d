"""Tests of slaeditor.storage."""
