"""What the web server and the pages say to each other beside the request; no client can say it."""

ASKS = "firstfoot.asks"  # in the environment: a large body follows, will you take it?
GO_AHEAD = 202  # the answer to it when they do
UNREAD = "firstfoot.unread"  # in the environment: why a body was not read: busy | no_space
LATE = "firstfoot.late"  # in the environment: it waited for its turn as long as a writer waits
