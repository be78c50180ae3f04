"""What follows from what: one table, the worker loop, clocks and mail texts."""
