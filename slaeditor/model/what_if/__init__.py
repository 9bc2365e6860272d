"""What if something were reported now: its priority, and what the agreement then promises by when."""
