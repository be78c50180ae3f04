"""Pure rules that find what a person should look at before others read it: plain text in, signs out."""

from firstfoot.market.projects.moderation.looking import SEVERITIES, Severity, Sign, signs_in, signs_of

__all__ = ["SEVERITIES", "Severity", "Sign", "signs_in", "signs_of"]
