"""The agreement as one frozen value, and everything that can be computed from it alone."""
