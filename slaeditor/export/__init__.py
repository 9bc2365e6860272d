"""Documents as readers know them: a neutral outline, and the PDF and Excel made from it."""
