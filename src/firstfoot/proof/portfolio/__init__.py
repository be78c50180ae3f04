"""Portfolio: items, resume and recommendations (only their lifecycle stands yet)."""
