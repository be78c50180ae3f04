"""People who use a served site all the time, and remember what was answered."""

from __future__ import annotations

import http.client
import itertools
import threading
import time
from dataclasses import dataclass, field

from tests.faults.site import Site

PAUSE = 0.02  # seconds between two requests of one person


@dataclass
class Load:
    """Several people in threads: some write messages, one extends an offer, some read."""

    site: Site
    writers: int = 2
    acknowledged: list[str] = field(default_factory=list)  # the messages that were answered
    extended: int = 0  # the extensions that were answered
    tried: int = 0  # those that were asked for
    statuses: dict[int, int] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Load:
        jobs = [lambda n=number: self._write(n) for number in range(self.writers)] + [self._extend, self._read]
        self._threads = [threading.Thread(target=job, daemon=True) for job in jobs]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(90)

    def _write(self, number: int) -> None:
        names = itertools.cycle(("sam", "hugo"))
        for count in itertools.count():
            if self._stop.is_set():
                return
            body = f"Message {number}.{count}"
            path = f"/work/{self.site.known['engagement']}/conversation/"
            if self._ask(path, next(names), {"body": body, "key": f"key-{number}-{count}"}) == 302:
                self.acknowledged.append(body)

    def _extend(self) -> None:
        path = f"/hosting/applicants/{self.site.known['offer']}/extend/"
        while not self._stop.is_set():
            self.tried += 1
            self.extended += self._ask(path, "hana", {"extend-days": "1"}) == 302
            time.sleep(PAUSE * 10)

    def _read(self) -> None:
        while not self._stop.is_set():
            self._ask(f"/work/{self.site.known['engagement']}/", "hugo", None)
            self._ask("/projects/", "", None)

    def _ask(self, path: str, who: str, data: dict[str, str] | None) -> int:
        """The status; 0 when nothing answered."""
        try:
            status, _text = self.site.ask(path, who=who, data=data, timeout=30)
        except (OSError, http.client.HTTPException):
            status = 0
        self.statuses[status] = self.statuses.get(status, 0) + 1
        time.sleep(PAUSE)
        return status
