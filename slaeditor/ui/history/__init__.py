"""The history of an agreement: what happened, and what each revision changed."""
