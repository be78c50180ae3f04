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
    return private_folder(data_path())


def private_folder(folder: Path) -> Path:
    """The folder, made with mode 0700 when it is not there."""
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
    options = {"options": _session_of_postgresql(), **dict(parse_qsl(parts.query, keep_blank_values=True))}
    return {
        "ENGINE": ENGINES[parts.scheme],
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def write_wait() -> int:
    """How many seconds a writer waits for another before it gives up."""
    return number("WRITE_WAIT_SECONDS", 20)


def _session_of_postgresql() -> str:
    """Nobody waits for a lock for ever, and who falls silent inside a transaction loses it, with its locks."""
    waits = write_wait() * 1000
    return f"-c lock_timeout={waits} -c idle_in_transaction_session_timeout={max(3 * waits, 30_000)}"


def sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": SQLITE,
        "NAME": str(path),
        "CONN_MAX_AGE": None,  # opening it costs more than most queries
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": write_wait(),
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=0",
        },
        "TEST": {"NAME": str(path.with_name("test.sqlite3"))},
    }


def limits_cache() -> dict[str, Any]:
    """Where limits on tries are kept: in the database, or in the Redis that CACHE_URL names."""
    url = text("CACHE_URL")
    if not url:
        return {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "limits"}
    if urlsplit(url).scheme not in {"redis", "rediss"}:
        raise ValueError(f"CACHE_URL names no cache we know: {urlsplit(url).scheme!r}")
    return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url, "KEY_PREFIX": "firstfoot"}


def tasks(broker: str) -> dict[str, Any]:
    """Work in the worker itself, or handed to Celery through a broker."""
    backend = "firstfoot.config.celery.CeleryBackend" if broker else "django.tasks.backends.immediate.ImmediateBackend"
    return {"default": {"BACKEND": backend}}


def file_storage(folder: Path) -> dict[str, Any]:
    """The data folder, or the bucket that FILES_URL names (s3://bucket?endpoint=https://...&region=...).

    A bucket is never public: every file goes through the site, which asks who may read it.
    """
    url = text("FILES_URL")
    if not url:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(folder)}}
    parts = urlsplit(url)
    if parts.scheme != "s3" or not parts.hostname:
        raise ValueError("FILES_URL is not of the form s3://bucket?endpoint=https://...&region=...")
    said = dict(parse_qsl(parts.query))
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": parts.hostname,
            "endpoint_url": said.get("endpoint") or None,
            "region_name": said.get("region") or None,
            "default_acl": "private",
            "querystring_auth": True,
            "file_overwrite": False,
        },
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
