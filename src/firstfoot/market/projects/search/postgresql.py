"""Search on PostgreSQL: a vector with a GIN index over the words of what is listed, beside the wide rows."""

from __future__ import annotations

from collections.abc import Sequence

MAKE = """
CREATE TABLE projects_words (rowid bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX projects_words_gin ON projects_words USING gin (words)"""
_VECTOR = (
    "setweight(to_tsvector('simple', {0}title_words), 'A') || setweight(to_tsvector('simple', {0}skill_words), 'B')"
    " || setweight(to_tsvector('simple', {0}search_text), 'D')"
)
TRIGGERS = {
    "projects_words_changed": f"""
CREATE OR REPLACE FUNCTION projects_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM projects_words WHERE rowid = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.state = 'open' AND NEW.visibility = 'public' THEN
        INSERT INTO projects_words VALUES (NEW.id, {_VECTOR.format("NEW.")});
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER projects_words_changed
AFTER INSERT OR DELETE OR UPDATE OF state, visibility, title_words, skill_words, search_text ON projects_project
FOR EACH ROW EXECUTE FUNCTION projects_words_changed()""",  # noqa: S608  # our own words only
    "projects_words_emptied": """
CREATE OR REPLACE FUNCTION projects_words_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM projects_words;
    RETURN NULL;
END $$;
CREATE TRIGGER projects_words_emptied AFTER TRUNCATE ON projects_project
FOR EACH STATEMENT EXECUTE FUNCTION projects_words_emptied()""",
}
FILL = (
    "DELETE FROM projects_words",
    f"""
    INSERT INTO projects_words SELECT id, {_VECTOR.format("")} FROM projects_project
    WHERE state = 'open' AND visibility = 'public'""",  # noqa: S608  # our own words only
)
FOUND = "SELECT rowid FROM projects_words WHERE words @@ to_tsquery('simple', %s) ORDER BY rowid DESC LIMIT {most}"
WEIGHTS = {"title": "A", "skills": "AB", "": ""}


def asked(words: Sequence[str], within: str = "") -> str:
    """What `to_tsquery` is asked: all of the words, the last one as a beginning; each in quotes.

    >>> asked(["near", "bak"], "title")
    "'near':A & 'bak':*A"
    """
    weights = WEIGHTS[within]
    *whole, last = words
    parts = [f"'{word}':{weights}" if weights else f"'{word}'" for word in whole]
    return " & ".join([*parts, f"'{last}':*{weights}"])
