"""One module for each industry, with what only its standard says."""
