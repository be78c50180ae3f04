"""The servers that the site leans on, each our own, in a temporary folder, ended with the block that started it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from aiosmtpd.controller import Controller
from moto.server import ThreadedMotoServer

PATIENCE = 40.0  # seconds for a server to answer


@contextmanager
def process(
    command: Sequence[str], log: Path, env: Mapping[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """A process with a group of its own; asked to stop, then ended, when the block ends."""
    with log.open("ab") as out:
        running = subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True, env=env)
    try:
        yield running
    finally:
        running.terminate()
        with suppress(subprocess.TimeoutExpired):
            running.wait(25)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait(10)


def wait_for(what: str, is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Until it is so. Raises TimeoutError that says what was waited for."""
    until = time.monotonic() + patience
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError(f"{what}: not within {patience:.0f} s")
        time.sleep(0.1)


def answers(address: str, port: int) -> bool:
    with suppress(OSError), socket.create_connection((address, port), timeout=1):
        return True
    return False


@contextmanager
def postgresql(folder: Path, address: str) -> Iterator[str]:
    """The URL of an empty database."""
    tools = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    as_owner = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
    subprocess.run(["chown", "postgres:", str(folder)], check=True)
    make = [*as_owner, str(tools / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync"]
    subprocess.run([*make, "-E", "UTF8"], check=True, capture_output=True, cwd=folder, timeout=90)
    with (folder / "data" / "pg_hba.conf").open("a") as rules:
        rules.write("host all all 10.77.0.0/16 trust\n")
    serve = [
        *as_owner, str(tools / "postgres"), "-D", str(folder / "data"), "-c", f"listen_addresses={address}",
        "-c", f"unix_socket_directories={folder}", "-c", "fsync=off",
    ]  # fmt: skip
    with process(serve, folder / "log"):
        wait_for("PostgreSQL", lambda: answers(address, 5432))
        yield f"postgresql://postgres@{address}:5432/postgres"


@contextmanager
def redis(folder: Path, address: str) -> Iterator[str]:
    """The URL of an empty Redis that keeps nothing."""
    command = ["redis-server", "--bind", address, "--port", "6379", "--protected-mode", "no", "--save", "", "--dir"]
    with process([*command, str(folder)], folder / "log"):
        wait_for("Redis", lambda: answers(address, 6379))
        yield f"redis://{address}:6379"


@contextmanager
def rabbitmq(folder: Path, address: str) -> Iterator[str]:
    """The URL of a RabbitMQ node of its own name and ports, beside whatever runs here."""
    (folder / "enabled_plugins").write_text("[].")
    (folder / "rabbitmq.conf").write_text(f"listeners.tcp.1 = {address}:5673\nloopback_users = none\n")
    env = {
        **os.environ, "RABBITMQ_NODENAME": f"firstfoot{os.getpid()}@localhost", "RABBITMQ_BASE": str(folder),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"), "RABBITMQ_LOG_BASE": str(folder), "HOME": str(folder),
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"), "RABBITMQ_DIST_PORT": "25673",
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"), "RABBITMQ_PID_FILE": str(folder / "pid"),
    }  # fmt: skip
    subprocess.run(["chown", "-R", "rabbitmq:", str(folder)], check=True)
    with process(["setpriv", "--reuid=rabbitmq", "--regid=rabbitmq", "--clear-groups", "rabbitmq-server"],
                 folder.with_suffix(".log"), env):  # fmt: skip
        wait_for("RabbitMQ", lambda: answers(address, 5673), 90)
        yield f"amqp://guest:guest@{address}:5673//"


@contextmanager
def bucket(address: str, name: str) -> Iterator[str]:
    """An S3 server with one bucket; its FILES_URL."""
    import boto3

    server = ThreadedMotoServer(address, 5000, verbose=False)
    server.start()
    try:
        endpoint = f"http://{address}:5000"
        boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1").create_bucket(Bucket=name)
        yield f"s3://{name}?endpoint={endpoint}&region=us-east-1"
    finally:
        server.stop()


@contextmanager
def post_office(address: str, handler: object) -> Iterator[str]:
    """A mail server with this handler; its SMTP_URL."""
    controller = Controller(handler, hostname=address, port=2525)
    controller.start()
    try:
        yield f"smtp://{address}:2525"
    finally:
        controller.stop()


def program(*words: str) -> list[str]:
    return [sys.executable, "-m", "firstfoot.config.program", *words]
