"""Make it clean: choose between sources, normalise, split, judge, hand over rows."""
