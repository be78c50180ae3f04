"""Starts the whole set-up, lives the story on it, proves the rules, ends all of it: `make scale-test`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.scale import servers
from tests.scale.network import Network, network

SITE = "projects.test"
LONGEST = 900  # seconds, then everything is ended
PORT = 8000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--broker", choices=["redis", "rabbitmq"], default="redis")
    broker = arguments.parse_args().broker
    signal.signal(signal.SIGALRM, _too_long)
    signal.signal(signal.SIGTERM, _too_long)
    signal.alarm(LONGEST)
    began = time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="firstfoot-scale-")))
        folder.chmod(0o755)
        try:
            live(stack, folder, broker)
        except BaseException:
            for log in sorted(folder.glob("*.log")):
                print(f"== {log.name}\n{log.read_text(errors='replace')[-4000:]}")
            raise
    print(f"The story and its rules hold on two machines with {broker}: {time.monotonic() - began:.0f} s.")


def _too_long(number: int, _frame: object) -> None:
    raise TimeoutError(f"ended by signal {number}")


def live(stack: ExitStack, folder: Path, broker: str) -> None:
    from tests.foundation.notifications.servers import Accepting

    wire, post = stack.enter_context(network(2)), Accepting()
    os.environ.update(settings(stack, folder, wire, broker, post))
    start(stack, folder, wire)

    import django

    django.setup()
    from tests.journeys.walkers import PlainWalker
    from tests.scale.story import StoryOnMachines
    from tests.scale.walker import Browser

    machines = [(host.address, PORT) for host in wire.hosts]
    browsers: list[Browser] = []

    def new_walker() -> PlainWalker:
        browsers.append(Browser(machines, SITE))
        return PlainWalker(browsers[-1])

    story = StoryOnMachines(new_walker, folder, post)
    story.tell()
    print(f"The story: {sum(b.asked for b in browsers)} requests, each to the other machine than the one before.")
    files_are_private(story)
    limits_are_shared(machines)
    subprocess.run(servers.program("check"), check=True, timeout=120)


def settings(stack: ExitStack, folder: Path, wire: Network, broker: str, post: object) -> dict[str, str]:
    """The environment that makes one site of two machines; what docs/operators/scaling.md says."""

    def place(name: str) -> Path:
        (folder / name).mkdir()
        return folder / name

    os.environ.update(AWS_ACCESS_KEY_ID="scale", AWS_SECRET_ACCESS_KEY="scale", AWS_EC2_METADATA_DISABLED="true")
    cache = stack.enter_context(servers.redis(place("redis"), wire.here))
    brokers = f"{cache}/1" if broker == "redis" else stack.enter_context(
        servers.rabbitmq(place("rabbitmq"), wire.here)
    )  # fmt: skip
    return {
        "DJANGO_SETTINGS_MODULE": "firstfoot.config.settings",
        "SITE_URL": f"http://{SITE}",
        "FIRSTFOOT_DATA": str(place("here")),
        "FIRSTFOOT_SECRET_KEY": "one-key-for-all-machines-" * 3,
        "FIRSTFOOT_PASSWORD": "a-long-enough-secret",
        "DATABASE_URL": stack.enter_context(servers.postgresql(place("postgresql"), wire.here)),
        "CACHE_URL": f"{cache}/0",
        "TASK_BROKER_URL": brokers,
        "FILES_URL": stack.enter_context(servers.bucket(wire.here, "firstfoot-files")),
        "SMTP_URL": stack.enter_context(servers.post_office(wire.here, post)),
        "WEB_WORKERS": "2",
        "LOG_LEVEL": "WARNING",
        "MODERATED_FIRST_POSTS": "0",
    }


def start(stack: ExitStack, folder: Path, wire: Network) -> None:
    """Web, worker and Celery on both machines, all at once; only one of them migrates."""
    for number, host in enumerate(wire.hosts, 1):
        own = {
            **os.environ, "FIRSTFOOT_DATA": str(folder / host.space), "HOST": "0.0.0.0", "PORT": str(PORT),
            "WORKER_NAME": f"worker{number}",
        }  # fmt: skip
        commands = {"web": servers.program("serve", "--no-worker")}
        stack.enter_context(servers.process(host.command(*commands["web"]), folder / f"web{number}.log", own))
    for host in wire.hosts:
        servers.wait_for(f"the site on {host.address}", lambda host=host: servers.answers(host.address, PORT), 120)
    for number, host in enumerate(wire.hosts, 1):
        own = {**os.environ, "FIRSTFOOT_DATA": str(folder / host.space), "WORKER_NAME": f"worker{number}"}
        celery = [
            servers.sys.executable,
            "-m",
            "celery",
            "-A",
            "firstfoot.config.celery",
            "worker",
            "-c",
            "2",
            "-l",
            "WARNING",
        ]
        stack.enter_context(
            servers.process(host.command(*servers.program("worker")), folder / f"worker{number}.log", own)
        )
        stack.enter_context(servers.process(host.command(*celery), folder / f"celery{number}.log", own))
    steward = ("createsteward", "--email", "stella@example.org", "--name", "Stella Ferreira", "--password")
    subprocess.run(servers.program(*steward), check=True, timeout=60, stdout=subprocess.DEVNULL)


def files_are_private(story: object) -> None:
    """Files lie in the bucket, come only through the site, and only to those who may read them."""
    import boto3

    from firstfoot.foundation.files.models import StoredFile

    stored = StoredFile.objects.order_by("pk").first()
    assert stored is not None
    url = f"/files/{stored.public_id}/"
    own, strange = story.sam.client.get(url), story.stella.client.get(url)  # type: ignore[attr-defined]
    assert (own.status_code, own.content) == (200, b"shop,price\nOne,3.10\n"), own
    assert strange.status_code == 404, strange.status_code
    endpoint = os.environ["FILES_URL"].partition("endpoint=")[2].partition("&")[0]
    s3 = boto3.client("s3", endpoint_url=endpoint, region_name="us-east-1")
    kept = {item["Key"] for item in s3.list_objects_v2(Bucket="firstfoot-files")["Contents"]}
    assert kept == set(StoredFile.objects.values_list("path", flat=True)), kept
    grants = s3.get_object_acl(Bucket="firstfoot-files", Key=stored.path)["Grants"]
    assert [grant["Grantee"].get("URI") for grant in grants] == [None], grants
    print(f"Files: {len(kept)} in the bucket, none public, read through the site by whom they concern.")


def limits_are_shared(machines: list[tuple[str, int]]) -> None:
    """Tries to sign in count together, whichever machine and process they reach."""
    from django.core.cache import cache

    before = len(cache._cache.get_client().keys("firstfoot*"))  # type: ignore[attr-defined]
    from tests.journeys.walkers import PlainWalker
    from tests.scale.walker import Browser

    guesser, refused = PlainWalker(Browser(machines, SITE)), 0
    for number in range(14):
        guesser.go("/accounts/login/")
        guesser.press("Sign in", {"login": "sam@example.org", "password": f"a wrong guess {number}"})
        refused += "Too many" in guesser.page.words
    assert refused, guesser.page.words
    assert len(cache._cache.get_client().keys("firstfoot*")) > before - 1  # type: ignore[attr-defined]
    print(f"Limits: {14 - refused} wrong guesses were let through by four processes together.")


if __name__ == "__main__":
    main()
