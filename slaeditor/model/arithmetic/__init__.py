"""The arithmetic that an agreement carries: availability, allowance, maintenance, credits to the invoice, chronic failure.

Pure functions of the document, in exact decimals and fractions; each result keeps the steps that lead to it as sentences.

- ``uptime.uptime`` availability from base, excluded time and downtime; ``uptime.serial`` what a chain of components can reach.
- ``months.months`` allowance of each month of a year with its maintenance, change of clocks and closed days.
- ``results`` what was measured, ``invoice.invoice`` a month to its invoice, ``invoice.invoices`` the months of a contract year.
- ``chronic.chronic`` the rights that repeated misses give; ``example.example`` results for a worked example.
"""
