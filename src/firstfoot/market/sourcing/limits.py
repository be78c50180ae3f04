"""How much of everything: said on the pages, and held by the actions."""

from datetime import timedelta

LOOKED_AT = 300  # people at most that one list is drawn from
A_BAND = 12  # people at most that stand in one band of it
MOST_A_DAY = 5  # invitations from the list of one project
KEPT = timedelta(days=30)  # a drawn list
