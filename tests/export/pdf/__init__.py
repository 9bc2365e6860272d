"""The PDF, read back and judged."""
