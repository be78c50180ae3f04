"""Fair pay: the least an hour of work is paid in each country, by date."""
