"""Payments: what is promised, sent, received and open of each stipend; recorded by hand, never held."""
