"""Forms and tables made from declarations, and the bespoke ones for the week, the matrix and the targets."""
