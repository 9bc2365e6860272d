"""Drawings of terms beside the tables that edit them: ladders, credit steps, the map of needs."""
