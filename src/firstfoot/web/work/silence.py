"""Whether a reader may end safely, since the other side gives no sign of life."""

from __future__ import annotations

from firstfoot.kernel import clock
from firstfoot.web.work.workspace import Workspace


def may_end_safely(ws: Workspace) -> bool:
    """From the day on that the silent side was told; whether it is silent still, the action looks at once more."""
    engagement = ws.engagement
    waits = ws.is_live and engagement.silent_side and engagement.silent_side != ws.side and ws.can_move
    return bool(waits and engagement.safe_end_from_at and clock.now() > engagement.safe_end_from_at)
