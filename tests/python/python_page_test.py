# SPDX-FileCopyrightText: 2026 The Headroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What docs/python.md tells to type, typed: FastAPI under uvicorn with the page's own lines.

    python3 python_page_test.py HEADROOMD DOCS_PAGE

Exit code 77: FastAPI or uvicorn is not installed here.
"""

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

HEADROOMD, PAGE = sys.argv[1:3]
MIDDLEWARE = os.path.join(os.path.dirname(PAGE), "..", "packaging", "python", "headroom_asgi.py")
PATIENCE_S = 60  # only a test that has failed waits so long

# The page shows where the middleware goes; what a service does is its own.
SERVICE = """
from fastapi import Request

@app.post("/artifacts", status_code=201)
async def write(request: Request):
    return {"bytes": len(await request.body())}
"""


def block(language):
    """The first fenced block of the page in this language."""
    with open(PAGE, encoding="utf-8") as page:
        found = re.search(r"```%s\n(.*?)```" % language, page.read(), re.S)
    assert found, "docs/python.md has no block of " + language
    return found.group(1)


def replaced(text, what, by):
    assert what in text, "docs/python.md does not say %r any more" % what
    return text.replace(what, by)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url):
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE_S).close()
            return
        except OSError:
            assert time.monotonic() < end, url + " does not answer"
            time.sleep(0.05)


def typed(command):
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], text=True, check=True,
                          stdout=subprocess.PIPE, timeout=PATIENCE_S).stdout


def main():
    if not all(importlib.util.find_spec(name) for name in ("fastapi", "uvicorn")):
        print("skipped: FastAPI or uvicorn is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="headroom-test-") as folder:
        daemon = subprocess.Popen(
            [HEADROOMD, "--state-dir", os.path.join(folder, "state"), "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        service = None
        try:
            monitor = daemon.stdout.readline().strip().rpartition(" ")[2]
            port = free_port()
            shutil.copy(MIDDLEWARE, folder)  # "Copy it beside your code"
            with open(os.path.join(folder, "service.py"), "w", encoding="utf-8") as code:
                code.write(replaced(block("python"), "http://127.0.0.1:8000", monitor) + SERVICE)
            service = subprocess.Popen(
                [sys.executable, "-B", "-m", "uvicorn", "service:app", "--port", str(port),
                 "--log-level", "warning"], cwd=folder)
            wait_for("http://127.0.0.1:%d/openapi.json" % port)
            commands = replaced(block("sh"), "http://127.0.0.1:9000", "http://127.0.0.1:%d" % port)
            commands = replaced(commands, "http://127.0.0.1:8000", monitor)
            write, look = commands.strip().splitlines()
            said = typed(write)
            assert "201 Created" in said and '{"bytes":5}' in said, "not answered: " + said
            end = time.monotonic() + PATIENCE_S  # what /metrics says is a moment old
            while "headroom_gate_writes_admitted_total 1\n" not in (said := typed(look)):
                assert time.monotonic() < end, "not admitted: " + said
            assert "headroom_gate_writes_in_flight 0\n" in said, "its place is not free: " + said
        finally:
            for process in (service, daemon):
                if process is not None:
                    process.terminate()
                    process.wait(PATIENCE_S)
            daemon.stdout.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
