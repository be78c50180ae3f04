"""Matching and fairness figures: plain data in, lists with reasons, rates and ratios out; it knows no framework.

Who builds a list: fill a `needs.Opening` per open project and a `seeking.Seeker` and `Standing` per person, count a
`lexicon.Lexicon` once a night. Then `scoring.ranked(...)`, or `searching.best(...)` in a `shelf.Shelf` where projects
are many; `listing.listed(...)` for the places of new ones, `explaining.reasons(...)` for each line, `listing.kept(...)`
for the replay. `filtering.exclusions(...)` answers "why not this one?", `features.unsaid(...)` "not stated: add it?".
"""
