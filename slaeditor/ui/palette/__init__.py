"""The line that goes anywhere: what it offers, how it matches, and the popup that shows it."""
