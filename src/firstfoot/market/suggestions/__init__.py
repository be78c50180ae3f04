"""The list of projects made for a person: what it is read from, how it is made, kept and priced.

The rules are `market/matching`, which knows no database; here its plain data are filled from rows.
"""
