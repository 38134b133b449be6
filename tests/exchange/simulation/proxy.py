"""A network in user space between a station and its server: slow, narrow, stalling, cut."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Queue
from random import Random
from threading import Thread

CHUNK = 8_192


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One connection's fate. `stall` and `cut`: after so many bytes in both directions together
    nothing comes through any more, or the connection is gone; 0: never.
    """

    delay: float = 0.0
    rate: float = 0.0
    """Bytes a second in each direction; 0: as fast as it goes."""
    stall: int = 0
    cut: int = 0


Fate = Callable[[], Line]
PERFECT = Line()


class Proxy:
    """Listens on loopback; `line` is what the next connections get."""

    def __init__(self, target: int, fate: Fate | None = None) -> None:
        self.line, self._fate, self._target = PERFECT, fate, target
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.ends: list[socket.socket] = []

    def start(self) -> Proxy:
        Thread(target=self.serve, daemon=True).start()
        return self

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._target))
                except OSError:
                    near.close()
                    continue
                near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                far.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.ends += [near, far]
                Wire(near, far, self._fate() if self._fate else self.line)

    def close(self) -> None:
        self._listening.close()
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class Wire:
    """Both directions of one connection."""

    def __init__(self, near: socket.socket, far: socket.socket, line: Line) -> None:
        self.line, self.passed, self.ends = line, 0, (near, far)
        for source, sink in ((near, far), (far, near)):
            under_way: Queue[tuple[float, bytes]] = Queue(256)
            Thread(target=self.take, args=(source, under_way), daemon=True).start()
            Thread(target=self.give, args=(sink, under_way), daemon=True).start()

    def take(self, source: socket.socket, under_way: Queue[tuple[float, bytes]]) -> None:
        free = time.monotonic()
        while True:
            try:
                told = source.recv(CHUNK)
            except OSError:
                told = b""
            now = time.monotonic()
            if self.line.rate:
                free = max(free, now) + len(told) / self.line.rate
            under_way.put((max(free, now) + self.line.delay, told))
            if not told:
                return

    def give(self, sink: socket.socket, under_way: Queue[tuple[float, bytes]]) -> None:
        while True:
            due, told = under_way.get()
            # the delay of the line is what is simulated: nothing could signal its end
            time.sleep(max(0.0, due - time.monotonic()))
            self.passed += len(told)
            if self.line.stall and self.passed > self.line.stall:
                continue
            if not told or (self.line.cut and self.passed > self.line.cut):
                self.end()
                return
            try:
                sink.sendall(told)
            except OSError:
                self.end()
                return

    def end(self) -> None:
        for end in self.ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


class Weather:
    """A proxy in a process of its own, whose connections have a fate drawn by chance."""

    def __init__(self, target: int, seed: str) -> None:
        chance = Random(seed)

        def fate() -> Line:
            told, after = chance.random(), chance.randrange(3_000, 120_000)
            slow = chance.choice((0.0, 0.0, 0.002))
            if told < 0.10:
                return Line(delay=slow, cut=after)
            return Line(delay=slow, stall=after) if told < 0.15 else Line(delay=slow)

        proxy = Proxy(target, fate)
        self.port, self._pid = proxy.port, os.fork()
        if not self._pid:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            proxy.serve()
            os._exit(0)
        proxy.close()

    def close(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
