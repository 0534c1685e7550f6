"""Ways to do several things at a time."""
