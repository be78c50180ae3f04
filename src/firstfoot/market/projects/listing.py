"""What the database itself copies from a project when that enters or leaves the lists: SQL for migrations to run.

A trigger, since many actions move a project, and a version before this one knows nothing of the copies. It stands
on the project's table alone: when SQLite makes that table anew it goes with it, so such a migration ends with
`keep_in_step` (a test finds what is missing).
"""

from __future__ import annotations

from typing import Any

LISTED = "NEW.state = 'open' AND NEW.visibility = 'public'"
# Named in each SET of an action that publishes, moves or hides a project.
WATCHED = "state, visibility, published_at"
_COPY = f"""
    UPDATE projects_projectskill SET listed_at = CASE WHEN {LISTED} THEN NEW.published_at END
    WHERE project_id = NEW.id;"""  # noqa: S608  # our own words only
SQLITE = {
    "projects_list_skills": f"""
CREATE TRIGGER projects_list_skills AFTER UPDATE OF {WATCHED} ON projects_project
BEGIN {_COPY}
END""",
}
POSTGRESQL = {
    "projects_list_skills": f"""
CREATE OR REPLACE FUNCTION projects_list_skills() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN {_COPY}
    RETURN NULL;
END $$;
CREATE TRIGGER projects_list_skills AFTER UPDATE OF {WATCHED} ON projects_project
FOR EACH ROW EXECUTE FUNCTION projects_list_skills()""",
}


def triggers(vendor: str) -> dict[str, str]:
    """What must be there, by name."""
    return POSTGRESQL if vendor == "postgresql" else SQLITE


def keep_in_step(apps: Any, schema_editor: Any) -> None:
    """Make each trigger anew; for `RunPython`."""
    del apps
    for name, made in triggers(schema_editor.connection.vendor).items():
        on = " ON projects_project" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
        schema_editor.execute(made, params=None)


def let_go(apps: Any, schema_editor: Any) -> None:
    """Take the triggers away; for the way back."""
    del apps
    on = " ON projects_project" if schema_editor.connection.vendor == "postgresql" else ""
    for name in triggers(schema_editor.connection.vendor):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")
