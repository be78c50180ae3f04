"""Faults: what is killed, stopped, filled up or frozen, and what must be true afterwards."""
