"""What every part stands on: people, the journal, files, mail, conversations."""
