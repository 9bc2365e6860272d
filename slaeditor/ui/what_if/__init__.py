"""The What if place: a report that somebody might make, and what is then promised by when."""
