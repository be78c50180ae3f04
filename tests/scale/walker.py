"""A person at a plain browser whose every request goes to the next of several machines."""

from __future__ import annotations

import http.client
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import cycle
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

MOST_REDIRECTS = 8


@dataclass
class Answer:
    """What came back in the end, and over which addresses."""

    status_code: int
    content: bytes
    redirect_chain: list[tuple[str, int]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


class Browser:
    """Speaks HTTP to the machines in turn; keeps cookies; has the two methods that a PlainWalker needs."""

    def __init__(self, machines: list[tuple[str, int]], host: str) -> None:
        self.machines, self.host = cycle(machines), host
        self.cookies: SimpleCookie = SimpleCookie()
        self.asked = 0

    def get(self, url: str, data: dict[str, Any] | None = None, *, follow: bool = True) -> Answer:
        query = f"?{urlencode(data, doseq=True)}" if data else ""
        return self._follow(self._send("GET", url + query), url, follow)

    def post(self, url: str, data: dict[str, Any], *, follow: bool = True) -> Answer:
        body = encode_multipart(BOUNDARY, data)
        return self._follow(self._send("POST", url, body, {"Content-Type": MULTIPART_CONTENT}), url, follow)

    def _follow(self, answer: Answer, url: str, follow: bool) -> Answer:
        chain: list[tuple[str, int]] = []
        while follow and answer.status_code in {301, 302, 303, 307, 308}:
            if len(chain) == MOST_REDIRECTS:
                raise RuntimeError(f"{url} leads in a circle: {chain}")
            url = urljoin(url, answer.headers["location"])
            chain.append((url, answer.status_code))
            answer = self._send("GET", url)
        answer.redirect_chain = chain
        return answer

    def _send(self, method: str, url: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        sent = {"Host": self.host, **(headers or {})}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={morsel.value}" for name, morsel in self.cookies.items())
        link = http.client.HTTPConnection(*next(self.machines), timeout=30)
        try:
            link.request(method, path, body or None, sent)
            response = link.getresponse()
            content = response.read()
        finally:
            link.close()
        self.asked += 1
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                self._keep(value)
        return Answer(response.status, content, headers={k.lower(): v for k, v in response.getheaders()})

    def _keep(self, line: str) -> None:
        fresh: SimpleCookie = SimpleCookie(line)
        for name, morsel in fresh.items():
            if morsel["max-age"] == "0" or not morsel.value:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = morsel.value
