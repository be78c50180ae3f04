"""Read-only views across all contexts: whose move it is, and figures."""
