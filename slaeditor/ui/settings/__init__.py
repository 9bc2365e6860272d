"""Settings: what a person prefers, the provider’s own details, and the libraries used lately."""
