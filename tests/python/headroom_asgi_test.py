# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The middleware in front of small ASGI applications, against a real headroomd; no FastAPI needed.

    python3 headroom_asgi_test.py HEADROOMD
"""

import asyncio
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import unittest
import urllib.request

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "packaging", "python"))
from headroom_asgi import HeadroomMiddleware  # noqa: E402

HEADROOMD = sys.argv.pop(1) if len(sys.argv) > 1 else ""
PATIENCE_S = 60  # only a test that has failed waits so long


class Daemon:
    """A real headroomd on a free port, its files in a folder that goes with it."""

    def __init__(self, *more):
        self.folder = tempfile.TemporaryDirectory(prefix="headroom-test-")
        self.process = subprocess.Popen(
            [HEADROOMD, "--state-dir", os.path.join(self.folder.name, "state"),
             "--listen", "127.0.0.1:0", *more],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        self.url = line.strip().rpartition(" ")[2]
        self.token = None

    def get(self, path):
        request = urllib.request.Request(self.url + path)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.read().decode()

    def post(self, path, body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(),
                                         {"Content-Type": "application/json"}, method="POST")
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.status

    def status(self):
        return json.loads(self.get("/metrics/scale-status"))

    def in_flight(self):
        return self.status()["write_gate"]["in_flight"]

    def sample(self, name):
        for line in self.get("/metrics").splitlines():
            if line.startswith(name + " "):
                return float(line.rpartition(" ")[2])
        return None

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        """Returns once it has stopped; until then it may still answer."""
        self.signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self.process.pid, os.WSTOPPED)

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()


class Store:
    """An application that knows nothing of Headroom: answers 201 once it is let go."""

    def __init__(self):
        self.go = asyncio.Event()
        self.writes = 0
        self.reads = 0
        self.held = 0
        self.most_held = 0
        self.scopes = []

    async def __call__(self, scope, receive, send):
        self.scopes.append(scope["type"])
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError("the client has left")
            if not message.get("more_body"):
                break
        if scope["method"] == "GET":
            self.reads += 1
        else:
            self.writes += 1
            self.held += 1
            self.most_held = max(self.most_held, self.held)
            try:
                await self.go.wait()
            finally:
                self.held -= 1
        await send({"type": "http.response.start", "status": 201, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})


class Answer:
    def __init__(self):
        self.status = None
        self.headers = {}
        self.body = b""


async def request(app, method, path="/store/x", body=b"bytes", messages=None, announced=True):
    """One request, as a server would hand it over."""
    answer = Answer()
    incoming = asyncio.Queue()
    for message in messages if messages is not None else [{"type": "http.request", "body": body}]:
        incoming.put_nowait(message)

    async def send(message):
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    headers = [(b"content-length", str(len(body)).encode())] if announced else []
    await app({"type": "http", "method": method, "path": path, "headers": headers},
              incoming.get, send)
    return answer


async def until(condition):
    """Waits for something that others bring about, without holding the loop up."""
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE_S
    while True:
        if await loop.run_in_executor(None, condition):
            return True
        if loop.time() > end:
            return False
        await asyncio.sleep(0.005)


class Middleware(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        logging.getLogger("headroom").setLevel(logging.CRITICAL)
        self.daemon = Daemon()
        self.addCleanup(self.daemon.close)
        self.assertTrue(self.daemon.url, "headroomd did not start")
        self.store = Store()

    def gated(self, **more):
        app = HeadroomMiddleware(self.store, self.daemon.url, **more)
        self.addAsyncCleanup(app.aclose)
        return app

    async def test_of_120_parallel_writes_100_go_through_and_the_rest_get_429(self):
        app = self.gated(timeout=30)
        tasks = [asyncio.ensure_future(request(app, "POST")) for _ in range(120)]
        self.assertTrue(await until(
            lambda: self.store.held == 100 and sum(t.done() for t in tasks) == 20))
        self.assertEqual(self.daemon.in_flight(), 100)
        read = await request(app, "GET")
        self.assertEqual(read.status, 201, "reads pass a paused gate")
        self.store.go.set()
        answers = await asyncio.gather(*tasks)
        self.assertEqual(self.store.writes, 100)
        self.assertEqual(self.store.most_held, 100)
        refused = [a for a in answers if a.status != 201]
        self.assertEqual([a.status for a in refused], [429] * 20)
        for answer in refused:
            self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
            self.assertIn("detail", json.loads(answer.body))
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))
        self.assertEqual(self.daemon.sample("headroom_gate_leases_expired_total"), 0)

    async def test_a_filled_storage_is_503_and_reads_pass(self):
        app = self.gated()
        self.store.go.set()
        self.assertEqual((await request(app, "PUT")).status, 201)
        self.assertEqual(self.daemon.post(
            "/api/v1/observations", {"used_bytes": 1000 * 2**30}), 200)
        self.assertTrue(await until(
            lambda: self.daemon.status()["write_gate"]["state"] == "HALTED"))
        answer = await request(app, "PUT")
        self.assertEqual(answer.status, 503)
        self.assertGreaterEqual(int(answer.headers["retry-after"]), 1)
        self.assertEqual(self.store.writes, 1)
        self.assertEqual((await request(app, "GET")).status, 201)
        self.assertEqual((await request(app, "POST", "/store/x", b"")).status, 503)

    async def test_an_announced_size_above_the_certified_one_is_413(self):
        async def receive():
            raise AssertionError("nobody reads a body that is refused")
        app = self.gated()
        sent = []

        async def send(message):
            sent.append(message)
        await app({"type": "http", "method": "POST", "path": "/x",
                   "headers": [(b"content-length", b"629145600")]}, receive, send)
        self.assertEqual(sent[0]["status"], 413)

    async def test_the_size_that_came_is_told_and_not_only_what_was_announced(self):
        app = self.gated()
        self.store.go.set()
        chunks = [{"type": "http.request", "body": b"a" * 1000, "more_body": True},
                  {"type": "http.request", "body": b"b" * 2000}]
        answer = await request(app, "POST", messages=chunks, announced=False)
        self.assertEqual(answer.status, 201)
        self.assertTrue(await until(
            lambda: self.daemon.sample("headroom_artifact_size_largest_bytes") == 3000))

    async def test_how_long_reads_took_is_told(self):
        app = self.gated()
        for _ in range(3):
            await request(app, "GET")
        self.assertTrue(await until(
            lambda: self.daemon.sample("headroom_query_latency_seconds_count") == 3))

    async def test_other_scopes_and_other_paths_pass(self):
        app = self.gated(paths=("/store/",))
        self.store.go.set()
        incoming = asyncio.Queue()
        for kind in ("lifespan.startup", "lifespan.shutdown"):
            incoming.put_nowait({"type": kind})
        sent = []

        async def send(message):
            sent.append(message["type"])
        await app({"type": "lifespan"}, incoming.get, send)
        await app({"type": "websocket", "path": "/store/live"}, incoming.get, send)
        self.assertEqual(sent, ["lifespan.startup.complete", "lifespan.shutdown.complete",
                                "websocket.accept"])
        self.daemon.signal(signal.SIGKILL)
        self.assertEqual((await request(app, "POST", "/elsewhere")).status, 201)
        self.assertEqual((await request(app, "POST", "/store/x")).status, 503)

    async def test_what_is_left_to_tell_is_told_before_the_application_ends(self):
        app = self.gated()
        self.store.go.set()
        await request(app, "GET")
        await request(app, "POST")
        incoming = asyncio.Queue()
        for kind in ("lifespan.startup", "lifespan.shutdown"):
            incoming.put_nowait({"type": kind})

        async def send(_):
            pass
        await app({"type": "lifespan"}, incoming.get, send)
        self.assertEqual(self.daemon.in_flight(), 0)
        self.assertEqual(self.daemon.sample("headroom_query_latency_seconds_count"), 1)

    async def test_a_client_that_disconnects_frees_its_place(self):
        app = self.gated()
        with self.assertRaises(ConnectionError):
            await request(app, "POST", messages=[
                {"type": "http.request", "body": b"half", "more_body": True},
                {"type": "http.disconnect"}])
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))
        self.assertEqual(self.daemon.sample("headroom_gate_writes_admitted_total"), 1)
        self.assertIsNone(self.daemon.sample("headroom_artifact_size_largest_bytes"))

    async def test_a_request_that_is_cancelled_frees_its_place(self):
        app = self.gated()
        task = asyncio.ensure_future(request(app, "POST"))
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 1))
        task.cancel()
        with self.assertRaises(asyncio.CancelledError):
            await task
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))

    async def test_a_server_error_is_a_failed_write(self):
        async def broken(scope, receive, send):
            raise RuntimeError("a fault of the depository")
        app = HeadroomMiddleware(broken, self.daemon.url)
        self.addAsyncCleanup(app.aclose)
        with self.assertRaises(RuntimeError):
            await request(app, "POST")
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))
        self.assertIsNone(self.daemon.sample("headroom_artifact_size_largest_bytes"))

    async def test_connections_are_kept_and_used_again(self):
        app = self.gated(connections=2)
        self.store.go.set()
        for _ in range(50):
            self.assertEqual((await request(app, "POST")).status, 201)
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))
        await app.aclose()
        # Two of the middleware's, and one each for what this test itself has asked.
        kept = self.daemon.sample("headroom_http_connections_accepted_total")
        self.assertLess(kept, 25)

    async def test_without_headroomd_writes_wait_and_reads_pass(self):
        app = self.gated()
        self.store.go.set()
        self.assertEqual((await request(app, "POST")).status, 201)
        self.daemon.signal(signal.SIGKILL)
        self.daemon.process.wait()
        answer = await request(app, "POST")
        self.assertEqual(answer.status, 503)
        self.assertEqual(answer.headers["retry-after"], "5")
        self.assertEqual((await request(app, "GET")).status, 201)
        self.assertEqual(self.store.writes, 1)

    async def test_it_fails_open_where_that_is_wanted(self):
        app = self.gated(fail_open=True)
        self.store.go.set()
        self.daemon.signal(signal.SIGKILL)
        self.daemon.process.wait()
        self.assertEqual((await request(app, "POST")).status, 201)

    async def test_a_headroomd_that_hangs_does_not_hold_the_loop_up(self):
        app = self.gated(timeout=60)
        self.store.go.set()
        self.daemon.stop()
        try:
            write = asyncio.ensure_future(request(app, "POST"))
            for _ in range(1000):  # others have their turns meanwhile
                await asyncio.sleep(0)
            self.assertFalse(write.done())
        finally:
            self.daemon.signal(signal.SIGCONT)
        self.assertEqual((await write).status, 201)

    async def test_a_headroomd_that_hangs_does_not_hold_the_write_up_and_keeps_no_place(self):
        # Nothing but being told frees a place: its lease is a day's.
        app = self.gated(timeout=0.05, ttl_ms=86_400_000)
        self.store.go.set()
        self.daemon.stop()
        try:
            answers = await asyncio.gather(*(request(app, "POST") for _ in range(8)))
            self.assertEqual([a.status for a in answers], [503] * 8)
        finally:
            self.daemon.signal(signal.SIGCONT)
        self.assertTrue(await until(
            lambda: self.daemon.sample("headroom_gate_writes_admitted_total") == 8))
        self.assertTrue(await until(lambda: self.daemon.in_flight() == 0))

    async def test_what_does_not_speak_http_is_no_headroomd(self):
        for said in (b"SSH-2.0\r\n\r\n", b"HTTP/1.1 201 Created\r\nContent-Length: 99999999\r\n\r\n",
                     b"HTTP/1.1 201 Created\r\nContent-Length: x\r\n\r\n", b"A" * 100_000, b"",
                     b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"):
            async def serve(reader, writer, said=said):
                await reader.readuntil(b"\r\n\r\n")
                writer.write(said)
                writer.close()
            server = await asyncio.start_server(serve, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            app = HeadroomMiddleware(self.store, "http://127.0.0.1:%d" % port)
            self.assertEqual((await request(app, "POST")).status, 503, said)
            await app.aclose()
            server.close()
            await server.wait_closed()
        self.assertEqual(self.store.writes, 0)

    def test_a_wrong_configuration_is_an_error_at_once(self):
        for wrong in ({"url": "ftp://127.0.0.1"}, {"url": "127.0.0.1:8000"}, {"timeout": 0},
                      {"ttl_ms": 0}, {"connections": 0}, {"token": "two\r\nlines"}):
            with self.assertRaises(ValueError, msg=wrong):
                HeadroomMiddleware(self.store, **wrong)


class WithTokens(unittest.IsolatedAsyncioTestCase):
    async def test_asks_with_its_token_and_a_wrong_one_is_as_if_nobody_were_there(self):
        logging.getLogger("headroom").setLevel(logging.CRITICAL)
        with tempfile.TemporaryDirectory(prefix="headroom-test-") as folder:
            file = os.path.join(folder, "tokens")
            token = subprocess.run(
                [HEADROOMD, "token", "new", "--role", "ingest", "--name", "api", "--file", file],
                check=True, capture_output=True, text=True).stdout.strip()
            daemon = Daemon("--token-file", file)
            self.addCleanup(daemon.close)
            daemon.token = token
            store = Store()
            store.go.set()
            right = HeadroomMiddleware(store, daemon.url, token=token)
            self.assertEqual((await request(right, "POST")).status, 201)
            wrong = HeadroomMiddleware(store, daemon.url)
            self.assertEqual((await request(wrong, "POST")).status, 503)
            self.assertEqual(store.writes, 1)
            self.assertTrue(await until(lambda: daemon.in_flight() == 0))
            await right.aclose()
            await wrong.aclose()


if __name__ == "__main__":
    unittest.main()
