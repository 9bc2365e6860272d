"""Service level agreements with one customer each: written, compared, stored and exported."""
