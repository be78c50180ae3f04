"""Evaluations: the closing assessment by each side, revealed together."""
