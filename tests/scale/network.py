"""Two hosts on one wire, made of network namespaces; both are gone when the block ends."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Host:
    """A machine of its own, as far as its network goes."""

    space: str
    address: str

    def command(self, *words: str) -> list[str]:
        return ["ip", "netns", "exec", self.space, *words]


@dataclass(frozen=True, slots=True)
class Network:
    """The hosts, and the address under which they reach the servers that this process started."""

    here: str
    hosts: tuple[Host, ...]


@contextmanager
def network(count: int) -> Iterator[Network]:
    """A bridge with so many hosts. Needs root and iproute2."""
    number = os.getpid() % 250
    mark, net = f"ff{number}", f"10.77.{number}"
    hosts = tuple(Host(f"{mark}h{n}", f"{net}.{10 + n}") for n in range(1, count + 1))
    try:
        run("ip", "link", "add", mark, "type", "bridge")
        run("ip", "addr", "add", f"{net}.1/24", "dev", mark)
        run("ip", "link", "set", mark, "up")
        for n, host in enumerate(hosts, 1):
            run("ip", "netns", "add", host.space)
            run("ip", "link", "add", f"{mark}w{n}", "type", "veth", "peer", "name", "eth0", "netns", host.space)
            run("ip", "link", "set", f"{mark}w{n}", "master", mark, "up")
            run(*host.command("ip", "addr", "add", f"{host.address}/24", "dev", "eth0"))
            run(*host.command("ip", "link", "set", "eth0", "up"))
            run(*host.command("ip", "link", "set", "lo", "up"))
        yield Network(f"{net}.1", hosts)
    finally:
        for host in hosts:
            with suppress(subprocess.CalledProcessError):
                run("ip", "netns", "del", host.space)
        with suppress(subprocess.CalledProcessError):
            run("ip", "link", "del", mark)


def run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=20, capture_output=True)
