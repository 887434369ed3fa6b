"""A server on the loopback address that answers as real ones do, and keeps what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.formats import shapes


@dataclass
class Served:
    """What a path answers: a status, headers, a body; ``stalls`` where the body never ends."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    stalls: bool = False
    endless: bool = False


@dataclass
class Server:
    """A running server: what it serves by path, and the requests it had."""

    base: str
    paths: dict[str, Served] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def __call__(self, path: str) -> str:
        """The address of a path."""
        return self.base + path

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        self.asked.append((handler.path, {k.lower(): v for k, v in handler.headers.items()}))
        served = self.paths.get(handler.path, Served(404))
        etag = served.headers.get("ETag")
        if etag and handler.headers.get("If-None-Match") == etag:
            served = Served(304)
        handler.send_response(served.status)
        for name, value in served.headers.items():
            handler.send_header(name, value)
        if not (served.stalls or served.endless):
            handler.send_header("Content-Length", str(len(served.body)))
        handler.end_headers()
        handler.wfile.write(served.body)
        self._go_on(handler, served)

    def _go_on(self, handler: BaseHTTPRequestHandler, served: Served) -> None:
        handler.wfile.flush()
        if served.stalls:
            self.ended.wait(20)
        # Bounded, whatever the one who asks does.
        for _ in range(2_000 if served.endless else 0):
            if self.ended.is_set():
                break
            try:
                handler.wfile.write(b"It was hit. " * 4_000)
            except OSError:
                break


@contextmanager
def serving() -> Iterator[Server]:
    """A server for the time of a test."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    server = Server(f"http://127.0.0.1:{http.server_port}")
    server.paths |= {
        "/page": Served(200, shapes.page(), {"Content-Type": "text/html", "ETag": '"1"'}),
        "/rss": Served(200, shapes.rss(), {"Content-Type": "application/rss+xml", "ETag": '"r"'}),
    }
    running = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    running.start()
    try:
        yield server
    finally:
        server.ended.set()
        http.shutdown()
        running.join()
        http.server_close()
