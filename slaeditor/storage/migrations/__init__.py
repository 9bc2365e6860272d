"""Steps from every older schema to the present one; loaded only when a file needs them."""
