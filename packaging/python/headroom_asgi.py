# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Headroom inside an ASGI service (FastAPI, Starlette, ...). Copy this one file; it needs nothing else.

    from headroom_asgi import HeadroomMiddleware
    app.add_middleware(HeadroomMiddleware, url="http://127.0.0.1:8000", paths=("/store/",))

Each write (every method but GET, HEAD and OPTIONS) asks headroomd for a place first. It goes ahead
with one, or is answered with 429, 503 or 413, and Retry-After. The place is given back when the
application is done with the request, however that ends. Reads are never held up; how long they took
is told once a second. docs/python.md says more.
"""

import asyncio
import collections
import json
import logging
import ssl
import time
import urllib.parse
import uuid

__all__ = ["HeadroomMiddleware"]

_log = logging.getLogger("headroom")

_READS = frozenset(("GET", "HEAD", "OPTIONS"))
_REFUSALS = frozenset((413, 429, 503))
_MOST_HEAD = 16 * 1024
_MOST_BODY = 64 * 1024
_MOST_LATENCIES = 1000  # of one batch; headroomd takes no more
_TELL_EVERY_S = 1.0
_MOST_UNSETTLED = 1000
_RETRY_AFTER_UNREACHABLE_S = 5


class _Unreachable(Exception):
    """headroomd did not answer, or with something that is no answer to the question."""


class _Connection:
    """One kept HTTP/1.1 connection; one request at a time."""

    def __init__(self, reader, writer):
        self._reader = reader
        self._writer = writer
        self.is_reusable = True

    async def ask(self, head, body):
        """The status, the headers in lower case, and the body."""
        self.is_reusable = False
        self._writer.write(head + body)
        await self._writer.drain()
        lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        version, _, rest = lines[0].partition(" ")
        if version != "HTTP/1.1" or not rest[:3].isdigit():
            raise _Unreachable("does not speak HTTP/1.1")
        headers = {}
        for line in lines[1:-2]:
            name, _, value = line.partition(":")
            headers[name.strip().lower()] = value.strip()
        size = int(headers.get("content-length", "0"))
        if "transfer-encoding" in headers or not 0 <= size <= _MOST_BODY:
            raise _Unreachable("sends more than an answer")
        answer = await self._reader.readexactly(size)
        self.is_reusable = headers.get("connection", "").lower() != "close"
        return int(rest[:3]), headers, answer

    def close(self):
        self._writer.close()


class _Client:
    """Asks headroomd, over a few kept connections. Belongs to one event loop."""

    def __init__(self, url, token, timeout, connections):
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
            raise ValueError("url is to be http://HOST:PORT or https://HOST:PORT")
        self._host = parts.hostname
        self._port = parts.port or (443 if parts.scheme == "https" else 80)
        self._prefix = parts.path.rstrip("/")
        self._tls = ssl.create_default_context() if parts.scheme == "https" else None
        self._fields = "Host: %s\r\n" % parts.netloc.rpartition("@")[2]
        if token:
            if any(ord(c) <= 0x20 or ord(c) > 0x7E for c in token):
                raise ValueError("the token is one line of visible characters")
            self._fields += "Authorization: Bearer %s\r\n" % token
        self._timeout = timeout
        self._places = asyncio.Semaphore(connections)
        self._idle = []

    async def ask(self, method, path, body):
        """Asks within the timeout, waiting for a connection included. Ask only what may be asked
        twice: a kept connection may turn out to be closed by the other side."""
        try:
            return await asyncio.wait_for(self._ask(method, path, body), self._timeout)
        except asyncio.TimeoutError:
            raise _Unreachable("no answer within %g s" % self._timeout) from None
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
            raise _Unreachable(str(error) or type(error).__name__) from None

    async def _ask(self, method, path, body):
        text = json.dumps(body).encode()
        head = (
            "%s %s%s HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            % (method, self._prefix, path, self._fields, len(text))
        ).encode("latin-1")
        async with self._places:
            while self._idle:
                try:
                    return await self._ask_on(self._idle.pop(), head, text)
                except (OSError, EOFError):
                    continue  # it was closed while nobody looked
            return await self._ask_on(await self._connect(), head, text)

    async def _ask_on(self, connection, head, text):
        try:
            return await connection.ask(head, text)
        finally:  # also when it is cancelled: then an answer is under way that nobody may take for another
            if connection.is_reusable:
                self._idle.append(connection)
            else:
                connection.close()

    async def _connect(self):
        return _Connection(
            *await asyncio.open_connection(
                self._host, self._port, ssl=self._tls, limit=_MOST_HEAD
            )
        )

    def close(self):
        while self._idle:
            self._idle.pop().close()


class _Watched:
    """What passes between the server and the application in one request."""

    def __init__(self, receive, send):
        self._receive = receive
        self._send = send
        self.status = 0
        self.received_bytes = 0
        self.is_answered = False

    async def receive(self):
        message = await self._receive()
        if message["type"] == "http.request":
            self.received_bytes += len(message.get("body", b""))
        return message

    async def send(self, message):
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            self.is_answered = True


def _announced_bytes(scope):
    for name, value in scope.get("headers", ()):
        if name.lower() == b"content-length" and value.isdigit() and len(value) <= 15:
            return int(value)
    return None


class HeadroomMiddleware:
    """Put it outermost, so that what other middleware does is part of the write.

    url          of headroomd
    paths        prefixes of the paths that are gated
    token        of role ingest, where headroomd has a token file
    fail_open    what writes do while headroomd does not answer: pass uncounted, or (the default) 503
    timeout      seconds that a write waits for headroomd at most
    ttl_ms       of a lease, should this process die; writes take less time than that
    product      in whose name writes are done
    count_reads  whether headroomd is told how long reads took
    connections  to headroomd, at most
    """

    def __init__(self, app, url="http://127.0.0.1:8000", *, paths=("/",), token=None,
                 fail_open=False, timeout=1.0, ttl_ms=60_000, product=None, count_reads=True,
                 connections=16):
        if not 0 < timeout <= 60 or not 1 <= ttl_ms <= 86_400_000 or connections < 1:
            raise ValueError("timeout is up to 60 s, ttl_ms 1 to 86400000, connections at least 1")
        self.app = app
        self._paths = (paths,) if isinstance(paths, str) else tuple(paths)
        self._make_client = lambda: _Client(url, token, timeout, connections)
        self._client = self._make_client()  # its faults are found at the start
        self._loop = None
        self._fail_open = fail_open
        self._wish = {"kind": "write", "ttl_ms": ttl_ms}
        if product is not None:
            self._wish["product"] = product
        self._count_reads = count_reads
        self._latencies = []
        self._tasks = set()
        self._telling = None  # the task that tells latencies soon
        # Writes of which only headroomd knows whether they have a place; how often it knew nothing.
        self._unsettled = collections.OrderedDict()
        self._settling = None  # the task that gives those places back
        self._is_reachable = True

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            try:
                await self.app(scope, receive, send)
            finally:
                await self.aclose()
        elif scope["type"] != "http" or not scope["path"].startswith(self._paths):
            await self.app(scope, receive, send)
        elif scope["method"].upper() in _READS:
            await self._read(scope, receive, send)
        else:
            await self._write(scope, receive, send)

    # ---- reads ----

    async def _read(self, scope, receive, send):
        if not self._count_reads:
            await self.app(scope, receive, send)
            return
        watched = _Watched(receive, send)
        began = time.monotonic()
        await self.app(scope, receive, watched.send)
        if watched.is_answered and watched.status < 500:
            if len(self._latencies) < _MOST_LATENCIES:
                self._latencies.append((time.monotonic() - began) * 1000)
            if self._telling is None:
                self._telling = self._start(self._tell_soon())

    async def _tell_soon(self):
        try:
            await asyncio.sleep(_TELL_EVERY_S)
        finally:
            self._telling = None
        await self._tell()

    async def _tell(self):
        latencies, self._latencies = self._latencies, []
        if latencies:
            batch = {"latencies_ms": latencies, "id": uuid.uuid4().hex}
            await self._ask_quietly("POST", "/api/v1/observations", batch)

    # ---- writes ----

    async def _write(self, scope, receive, send):
        # The same question asked twice gets the same place: a lost answer costs none.
        request_id = uuid.uuid4().hex
        wish = dict(self._wish, request_id=request_id)
        announced = _announced_bytes(scope)
        if announced is not None:
            wish["size_bytes"] = announced
        admitted = False
        try:
            refusal = await self._admit(wish)
            admitted = refusal is None
        except _Unreachable as error:
            self._note(False, error)
            self._settle_later(request_id)  # should it have been the answer that got lost
            refusal = None if self._fail_open else self._unreachable_answer()
        except asyncio.CancelledError:
            self._settle_later(request_id)
            raise
        if refusal is not None:
            await self._refuse(send, *refusal)
        elif not admitted:
            await self.app(scope, receive, send)
        else:
            await self._write_in_its_place(scope, receive, send, request_id)

    async def _admit(self, wish):
        """None when the write may go ahead, else what to answer."""
        status, headers, body = await self._ask("POST", "/api/v1/operations", wish)
        if status in (200, 201):
            self._note(True)
            return None
        if status in _REFUSALS:
            self._note(True)
            return status, headers.get("retry-after"), body
        raise _Unreachable("answers %d: %s" % (status, body[:200].decode("utf-8", "replace")))

    async def _write_in_its_place(self, scope, receive, send, request_id):
        watched = _Watched(receive, send)
        began = time.monotonic()
        is_whole = False
        try:
            await self.app(scope, watched.receive, watched.send)
            is_whole = watched.is_answered
        finally:  # returned, raised or cancelled: the place is free
            done = is_whole and 200 <= watched.status < 400
            end = {"outcome": "completed" if done else "failed",
                   "latency_ms": round((time.monotonic() - began) * 1000, 3)}
            if done:
                end["stored_bytes"] = 0 if scope["method"].upper() == "DELETE" else watched.received_bytes
            self._end_later(request_id, end)

    def _end_later(self, request_id, end):
        path = "/api/v1/operations/by-request/" + request_id
        self._start(self._ask_quietly("DELETE", path, end))

    def _settle_later(self, request_id):
        while len(self._unsettled) >= _MOST_UNSETTLED:  # those end by their lease's time
            self._unsettled.popitem(last=False)
        self._unsettled[request_id] = 0
        if self._settling is None:
            self._settling = self._start(self._settle())

    async def _settle(self):
        try:
            while self._unsettled:
                await self._settle_once()
                if self._unsettled:
                    await asyncio.sleep(_TELL_EVERY_S)
        finally:
            self._settling = None

    async def _settle_once(self):
        """One question after the other, none more while headroomd does not answer. Where it knows
        nothing of a write it is asked again: the question for the place may be on its way still."""
        for request_id in list(self._unsettled):
            try:
                status, _, _ = await self._ask(
                    "DELETE", "/api/v1/operations/by-request/" + request_id, {"outcome": "failed"})
            except _Unreachable:
                return
            if status == 404 and self._unsettled.get(request_id) == 0:
                self._unsettled[request_id] = 1
            else:
                self._unsettled.pop(request_id, None)

    @staticmethod
    async def _refuse(send, status, retry_after, body):
        headers = [(b"content-type", b"application/json"),
                   (b"content-length", str(len(body)).encode())]
        if retry_after is not None:
            headers.append((b"retry-after", retry_after.encode("latin-1")))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    @staticmethod
    def _unreachable_answer():
        return (503, str(_RETRY_AFTER_UNREACHABLE_S),
                b'{"detail":"writes wait for the service that admits them; try again"}')

    # ---- headroomd ----

    async def _ask(self, method, path, body):
        loop = asyncio.get_running_loop()
        if self._loop is not loop:  # connections belong to the loop that made them
            self._loop, self._client = loop, self._make_client()
        return await self._client.ask(method, path, body)

    async def _ask_quietly(self, method, path, body):
        """For what nobody waits for; what is lost ends by its lease's time."""
        try:
            status, _, answer = await self._ask(method, path, body)
            if status >= 400 and status != 404:
                _log.warning("headroomd refused %s %s: %d %s", method, path, status, answer[:200])
        except _Unreachable as error:
            self._note(False, error)

    def _note(self, is_reachable, error=None):
        if is_reachable != self._is_reachable:
            self._is_reachable = is_reachable
            if is_reachable:
                _log.warning("headroomd answers again")
            else:
                _log.error("headroomd does not answer (%s): writes %s", error,
                           "pass uncounted" if self._fail_open else "get 503")

    def _start(self, work):
        """In the background; the loop alone would forget it."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def aclose(self):
        """Tells what is still to be told, and closes the connections. Called at the end of the
        application's lifespan; by hand where a server has none."""
        for task in (self._telling, self._settling):
            if task is not None:
                task.cancel()
        await self._tell()
        await self._settle_once()
        self._unsettled.clear()  # wait_for may swallow a cancellation; then this ends the task
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._client.close()
