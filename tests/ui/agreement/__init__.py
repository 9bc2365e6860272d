"""The Agreement place, driven by what a person does."""
