"""Credentials: the signed proof of what somebody did, that outlives the site it was made on.

`vc` signs and checks, and knows no framework. Another context gives out a credential of a kind of its own
by adding it to `states.CredentialKind` and calling `actions.issue` inside its own action, after its own
policy: keys, lists, revocation, the page that checks and the commands know nothing of kinds.
"""
