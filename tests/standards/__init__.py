"""The shipped standards and the clause library."""
