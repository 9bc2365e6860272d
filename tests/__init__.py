"""Tests of slaeditor; the folders mirror the package."""
