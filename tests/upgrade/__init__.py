"""Coming from earlier versions: their database migrates, and their processes go on beside ours meanwhile."""
