"""What came with messages since."""

from importlib import import_module

Migration = import_module("firstfoot.foundation.conversations.migrations.0002_files_mentions_edits").Migration
