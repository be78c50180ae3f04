"""Pathways: what comes next after an engagement."""
