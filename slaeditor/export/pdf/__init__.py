"""The agreement as PDF: an outline laid out once, drawn once, and sealed with the document it was made from."""
