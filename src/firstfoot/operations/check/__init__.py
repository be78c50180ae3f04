"""The rules that must never break, verified on a live database; numbers are those of the design's invariants."""
