"""What the database itself copies from a project when that enters or leaves the lists: SQL for migrations to run.

Triggers, since many actions move a project, and a version before this one knows nothing of the copies. They stand
on the project's table alone: when SQLite makes that table anew they go with it, so such a migration ends with
`keep_in_step` (a test finds what is missing).
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from firstfoot.market.projects.search import postgresql, sqlite

# Named in each SET of an action that publishes, moves or hides a project.
_WATCHED = "state, visibility, published_at"
_COPY = """
    UPDATE projects_projectskill
    SET listed_at = CASE WHEN NEW.state = 'open' AND NEW.visibility = 'public' THEN NEW.published_at END
    WHERE project_id = NEW.id;"""
SQLITE = {
    "projects_list_skills": f"""
CREATE TRIGGER projects_list_skills AFTER UPDATE OF {_WATCHED} ON projects_project
BEGIN {_COPY}
END""",
    **sqlite.TRIGGERS,
}
POSTGRESQL = {
    "projects_list_skills": f"""
CREATE OR REPLACE FUNCTION projects_list_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_COPY}
    RETURN NULL;
END $$;
CREATE TRIGGER projects_list_skills AFTER UPDATE OF {_WATCHED} ON projects_project
FOR EACH ROW EXECUTE FUNCTION projects_list_skills()""",
    **postgresql.TRIGGERS,
}


def triggers(vendor: str) -> dict[str, str]:
    """What must be there, by name."""
    return POSTGRESQL if vendor == "postgresql" else SQLITE


def keep_in_step(apps: Any, schema_editor: Any) -> None:
    """Make each trigger anew; for `RunPython`."""
    let_go(apps, schema_editor)
    for made in triggers(schema_editor.connection.vendor).values():
        schema_editor.execute(made, params=None)


def keep_skills_in_step(apps: Any, schema_editor: Any) -> None:
    """Only what keeps `ProjectSkill.listed_at`: before there were words."""
    del apps
    schema_editor.execute(triggers(schema_editor.connection.vendor)["projects_list_skills"], params=None)


def let_go(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away."""
    del apps
    on = " ON projects_project" if schema_editor.connection.vendor == "postgresql" else ""
    for name in triggers(schema_editor.connection.vendor):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def make_words(apps: Any, schema_editor: Any) -> None:
    """Make the table that words are found by."""
    del apps
    schema_editor.execute(engine(schema_editor.connection.vendor).MAKE, params=None)


def fill_words(apps: Any, schema_editor: Any) -> None:
    """Fill it anew from the projects that are listed."""
    del apps
    for sql in engine(schema_editor.connection.vendor).FILL:
        schema_editor.execute(sql, params=None)


def drop_words(apps: Any, schema_editor: Any) -> None:
    """For the way back."""
    let_go(apps, schema_editor)
    schema_editor.execute("DROP TABLE projects_words")


def engine(vendor: str) -> ModuleType:
    return postgresql if vendor == "postgresql" else sqlite
