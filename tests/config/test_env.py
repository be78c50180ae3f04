"""The environment as an operator may set it."""

import stat

import pytest

from firstfoot.config import env


@pytest.mark.parametrize(("raw", "expected"), [("1", True), ("YES", True), ("off", False), ("0", False), ("", True)])
def test_a_flag_is_a_yes_a_no_or_its_default(monkeypatch, raw, expected):
    monkeypatch.setenv("SOME_FLAG", raw)
    assert env.flag("SOME_FLAG", default=True) is expected


def test_a_slip_is_not_a_no(monkeypatch):
    monkeypatch.setenv("SOME_FLAG", "nope")
    with pytest.raises(ValueError, match="SOME_FLAG is neither yes nor no"):
        env.flag("SOME_FLAG")


def test_the_key_is_made_once_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.delenv("FIRSTFOOT_SECRET_KEY", raising=False)
    key = env.secret_key(tmp_path)
    assert (len(key) > 50, env.secret_key(tmp_path)) == (True, key)
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_the_data_folder_is_named_before_it_is_made(monkeypatch, tmp_path):
    monkeypatch.setenv("FIRSTFOOT_DATA", str(tmp_path / "a" / "b"))
    assert not env.data_path().exists()
    assert stat.S_IMODE(env.data_folder().stat().st_mode) == 0o700


def test_postgresql_by_its_url(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://us%40er:p%2Fw@db:5433/fire?sslmode=require")
    found = env.database(tmp_path)
    assert {name: found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")} == {
        "NAME": "fire", "USER": "us@er", "PASSWORD": "p/w", "HOST": "db", "PORT": "5433",
        "OPTIONS": {"sslmode": "require", "options": WAITS},
    }  # fmt: skip


WAITS = "-c lock_timeout=20000 -c idle_in_transaction_session_timeout=60000"


def test_how_long_a_writer_waits_is_one_setting(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("WRITE_WAIT_SECONDS", "3")
    assert env.database(tmp_path)["OPTIONS"]["timeout"] == 3
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/fire")
    waits = "-c lock_timeout=3000 -c idle_in_transaction_session_timeout=30000"
    assert env.database(tmp_path)["OPTIONS"] == {"options": waits}


def test_a_pool_that_takes_no_session_settings_gets_none(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://db/fire?options=")
    assert env.database(tmp_path)["OPTIONS"] == {"options": ""}


def test_an_unknown_database_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "mysql://x/y")
    with pytest.raises(ValueError, match="no database we know: 'mysql'"):
        env.database(tmp_path)


def test_sqlite_keeps_what_it_confirmed(monkeypatch, tmp_path):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    options = env.database(tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["init_command"] == "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA mmap_size=0"


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://u:p%40@mail.example:2525?starttls=1",
         {"host": "mail.example", "port": 2525, "username": "u", "password": "p@", "use_ssl": False, "use_tls": True}),
        ("smtps://mail.example",
         {"host": "mail.example", "port": 465, "username": "", "password": "", "use_ssl": True, "use_tls": False}),
    ],
)  # fmt: skip
def test_smtp_by_its_url(monkeypatch, url, options):
    monkeypatch.setenv("SMTP_URL", url)
    assert env.mailers()["default"]["OPTIONS"] == {**options, "timeout": 15}


def test_the_address_follows_the_port_until_it_is_set(monkeypatch):
    monkeypatch.setenv("PORT", "9001")
    monkeypatch.delenv("SITE_URL", raising=False)
    assert env.site_url() == "http://localhost:9001"
    monkeypatch.setenv("SITE_URL", "https://ff.example/")
    assert env.site_url() == "https://ff.example"


def test_limits_work_and_files_move_out_by_their_urls(monkeypatch, tmp_path):
    monkeypatch.setenv("CACHE_URL", "redis://cache:6379/0")
    monkeypatch.setenv("FILES_URL", "s3://papers?endpoint=https://s3.example.org&region=eu-1")
    assert env.limits_cache()["LOCATION"] == "redis://cache:6379/0"
    assert env.tasks("amqp://mq") == {"default": {"BACKEND": "firstfoot.config.celery.CeleryBackend"}}
    assert env.file_storage(tmp_path)["OPTIONS"] == {
        "bucket_name": "papers", "endpoint_url": "https://s3.example.org", "region_name": "eu-1",
        "default_acl": "private", "querystring_auth": True, "file_overwrite": False,
    }  # fmt: skip


def test_without_urls_all_is_at_home(monkeypatch, tmp_path):
    for name in ("CACHE_URL", "FILES_URL"):
        monkeypatch.delenv(name, raising=False)
    backends = [
        env.limits_cache()["BACKEND"],
        env.tasks("")["default"]["BACKEND"],
        env.file_storage(tmp_path)["BACKEND"],
    ]
    assert [backend.rpartition(".")[2] for backend in backends] == [
        "DatabaseCache", "ImmediateBackend", "FileSystemStorage",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "url", "read"),
    [
        ("CACHE_URL", "memcached://cache", lambda folder: env.limits_cache()),
        ("FILES_URL", "https://s3.example.org/papers", env.file_storage),
        ("FILES_URL", "s3:///papers", env.file_storage),
    ],
)
def test_a_url_we_do_not_know_stops_the_start(monkeypatch, tmp_path, name, url, read):
    monkeypatch.setenv(name, url)
    with pytest.raises(ValueError, match=name):
        read(tmp_path)
