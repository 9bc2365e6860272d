"""Drawings of terms beside the tables that edit them: ladders and credit steps."""
