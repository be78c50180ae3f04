"""Portfolio: what somebody did, shown as far as the agreement lets them."""
