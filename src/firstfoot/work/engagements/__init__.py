"""Engagements: agreement, onboarding, check-ins, deliverables, reviews, endings."""
