"""The clock: open hours compiled to intervals of real time, and what is counted in them."""
