"""The journal: one append-only, chained table that is audit trail, timeline and outbox."""
