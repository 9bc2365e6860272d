"""Tests of slaeditor.ui."""
