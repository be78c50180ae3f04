"""The conversations as they are."""

from importlib import import_module

Migration = import_module("firstfoot.foundation.conversations.migrations.0001_initial").Migration
