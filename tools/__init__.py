"""What builds and keeps the project; nothing of it is shipped."""
