"""Search on SQLite: FTS5 over the words of what is listed. It keeps no texts, so a word costs its index only."""

from __future__ import annotations

from collections.abc import Sequence

MAKE = """
CREATE VIRTUAL TABLE projects_words USING fts5(
    title_words, skill_words, search_text,
    content='', tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
)"""
_COLUMNS = "title_words, skill_words, search_text"
_PUT = f"""
    INSERT INTO projects_words(rowid, {_COLUMNS})
    SELECT NEW.id, NEW.title_words, NEW.skill_words, NEW.search_text
    WHERE NEW.state = 'open' AND NEW.visibility = 'public';"""
# What is taken out is told in full: the index alone does not know which words it held.
_TAKE = f"""
    INSERT INTO projects_words(projects_words, rowid, {_COLUMNS})
    SELECT 'delete', OLD.id, OLD.title_words, OLD.skill_words, OLD.search_text
    WHERE OLD.state = 'open' AND OLD.visibility = 'public';"""
TRIGGERS = {
    "projects_words_added": f"CREATE TRIGGER projects_words_added AFTER INSERT ON projects_project BEGIN {_PUT} END",
    "projects_words_changed": f"""
CREATE TRIGGER projects_words_changed AFTER UPDATE OF state, visibility, {_COLUMNS} ON projects_project
BEGIN {_TAKE} {_PUT} END""",
    "projects_words_removed": f"""
CREATE TRIGGER projects_words_removed AFTER DELETE ON projects_project
BEGIN {_TAKE} END""",
}
FILL = (
    "INSERT INTO projects_words(projects_words) VALUES ('delete-all')",
    f"""
    INSERT INTO projects_words(rowid, {_COLUMNS}) SELECT id, {_COLUMNS} FROM projects_project
    WHERE state = 'open' AND visibility = 'public' ORDER BY id""",  # noqa: S608  # our own words only
)
# The newest first, without a sort.
FOUND = "SELECT rowid FROM projects_words WHERE projects_words MATCH %s ORDER BY rowid DESC LIMIT {most}"
WITHIN = {"title": "{{title_words}} : ({})", "skills": "{{title_words skill_words}} : ({})", "": "{}"}


def asked(words: Sequence[str], within: str = "") -> str:
    """What FTS5 is asked: all of the words, the last one as a beginning; each in quotes, so that none is an order.

    >>> asked(["near", "bak"], "title")
    '{title_words} : ("near" AND "bak"*)'
    """
    quoted = [f'"{word}"' for word in words]
    return WITHIN[within].format(" AND ".join(quoted) + "*")
