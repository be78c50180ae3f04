"""The list of people who agreed to be found by hosts: off until a steward turns it on, and never a ranking."""
