"""Verifiable credentials as bytes: signed, exported, baked into a picture, checked. Knows no framework, no database.

A credential of any kind is a plain document ("body") after the W3C data model 2.0. `proof.signed` puts a
proof into it, `tokens.token_of` makes the same body a VC-JWT, `baking.baked` hides it in a PNG, and
`checking.check` tells for all three whether it is whole. `achievement.py` words one kind, an Open Badge.
Another context issues its own kind by making another body and handing it to `credentials.actions.issue`.
"""
