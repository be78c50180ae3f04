"""Fairness figures: plain counts in, rates and ratios with their intervals out; it knows no framework and no person."""
