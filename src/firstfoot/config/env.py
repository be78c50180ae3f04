"""The environment, read in one place; every name here is documented in docs/operators/settings.md."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

SQLITE = "firstfoot.config.sqlite"
ENGINES = {"postgresql": "django.db.backends.postgresql", "postgres": "django.db.backends.postgresql"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    """A yes or no; raises ValueError for anything else, so that a slip does not pass as "no"."""
    raw = text(name).lower()
    if not raw:
        return default
    if raw in {"1", "true", "yes", "on"}:
        return True
    if raw in {"0", "false", "no", "off"}:
        return False
    raise ValueError(f"{name} is neither yes nor no: {raw!r}")


def number(name: str, default: int) -> int:
    """A whole number; raises ValueError that names the setting for anything else."""
    raw = text(name)
    try:
        return int(raw) if raw else default
    except ValueError:
        raise ValueError(f"{name} is not a whole number: {raw!r}") from None


def names(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def data_path() -> Path:
    """Where database, files and key live; may not exist yet."""
    return Path(text("FIRSTFOOT_DATA") or Path.home() / ".local" / "share" / "firstfoot").absolute()


def data_folder() -> Path:
    """The data folder, made with mode 0700 when it is not there."""
    folder = data_path()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def host() -> str:
    return text("HOST", "127.0.0.1")


def port() -> int:
    return number("PORT", 8000)


def site_url() -> str:
    """The address under which people reach the site, without a slash at the end."""
    return text("SITE_URL", f"http://localhost:{port()}").rstrip("/")


def secret_key(folder: Path) -> str:
    """The key from the environment, else from a file that only its owner reads (0600), made at first need."""
    given = text("FIRSTFOOT_SECRET_KEY")
    if given:
        return given
    path = folder / "secret.key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


def database(folder: Path) -> dict[str, Any]:
    """SQLite in the data folder, or what DATABASE_URL names."""
    url = text("DATABASE_URL")
    if not url:
        return sqlite(folder / "firstfoot.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)).absolute())
    if parts.scheme not in ENGINES:
        raise ValueError(f"DATABASE_URL names no database we know: {parts.scheme!r}")
    return {
        "ENGINE": ENGINES[parts.scheme],
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": SQLITE,
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=0",
        },
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def mailers() -> dict[str, Any]:
    """SMTP by SMTP_URL (smtp://user:password@host:port, smtps:// for TLS); without it mail goes to the log."""
    url = text("SMTP_URL")
    if not url:
        return {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    parts = urlsplit(url)
    return {
        "default": {
            "BACKEND": "firstfoot.foundation.notifications.smtp.PatientBackend",
            "OPTIONS": {
                "host": parts.hostname or "localhost",
                "port": parts.port or (465 if parts.scheme == "smtps" else 587),
                "username": unquote(parts.username or ""),
                "password": unquote(parts.password or ""),
                "use_ssl": parts.scheme == "smtps",
                "use_tls": dict(parse_qsl(parts.query)).get("starttls") == "1",
                "timeout": 15,
            },
        }
    }
