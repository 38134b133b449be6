"""A source of e-licences on the loopback, in a thread: it answers what a test puts in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Reply = tuple[int, bytes, dict[str, str]]


@dataclass
class Asked:
    """One request as it came."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """`replies` are given in turn and the last for ever; `released` lets a slow one go on."""

    address: str = ""
    replies: list[Reply | Callable[[Asked], Reply]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    slow: bool = False
    released: Event = field(default_factory=Event)

    def reply(self, told: Asked) -> Reply:
        self.asked.append(told)
        next_one = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return next_one(told) if callable(next_one) else next_one


def told(value: object, status: int = 200, **headers: str) -> Reply:
    return status, json.dumps(value, ensure_ascii=False).encode(), headers


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = Asked(self.path, dict(self.headers), self.rfile.read(length))
            status, body, headers = server.reply(asked)
            if server.slow:
                server.released.wait(30)
            try:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # whoever asked has gone

        def log_message(self, format: str, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server.address = f"http://127.0.0.1:{http.server_port}"
    thread = Thread(target=http.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        http.shutdown()
        http.server_close()
        thread.join()
