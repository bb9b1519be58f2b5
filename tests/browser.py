"""A headless Chromium, driven over its debugging pipe: no driver, no port, nothing to install besides it."""

import json
import os
import select
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)
PATIENCE = 60
"""Seconds that an answer may take on a busy machine."""


def installed() -> str | None:
    """The Chromium of this machine."""
    return next((path for name in PROGRAMS if (path := shutil.which(name))), None)


@contextmanager
def pipes() -> Iterator[tuple[int, int, int, int]]:
    """Two pipes, for commands and for answers: the end to read from and the end to write to of each."""
    ends = (*os.pipe(), *os.pipe())
    try:
        yield ends
    finally:
        for end in ends:
            os.close(end)


class Browser:
    """One page in one browser, with what it asked of the network and what it complained of."""

    def __init__(self, commands: int, answers: int) -> None:
        self._commands, self._answers = commands, answers
        self._last, self._buffer = 0, b""
        self._session = ""
        self._asked: dict[str, str] = {}
        self.blocked: list[str] = []
        self.complaints: list[str] = []

    @classmethod
    @contextmanager
    def start(cls, program: str) -> Iterator[Self]:
        """Start the program with an empty profile and open a page; end it in any case."""
        with (
            TemporaryDirectory(ignore_cleanup_errors=True) as profile,
            pipes() as (theirs_in, ours_out, ours_in, theirs_out),
        ):

            def connect() -> None:
                """The browser reads file 3 and writes file 4."""
                source, sink = os.dup(theirs_in), os.dup(theirs_out)
                os.dup2(source, 3)
                os.dup2(sink, 4)

            command = [program, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
            process = subprocess.Popen(
                command, preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            try:
                browser = cls(ours_out, ours_in)
                browser._attach()
                yield browser
            finally:
                process.kill()
                process.wait()

    def _attach(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the DevTools protocol and wait for its answer."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._last:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result

    def _read(self) -> dict[str, Any]:
        """The next message; events are noted on the way."""
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE)
            assert ready, "the browser does not answer"
            self._buffer += os.read(self._answers, 1 << 20)
        raw, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, event: str, facts: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            self._asked[facts["requestId"]] = facts["request"]["url"]
        elif event == "Network.loadingFailed" and facts.get("blockedReason"):
            self.blocked.append(self._asked.pop(facts["requestId"]))
        elif event == "Log.entryAdded":
            self.complaints.append(facts["entry"]["text"])
        elif event == "Runtime.exceptionThrown":
            self.complaints.append(facts["exceptionDetails"]["text"])

    def open(self, file: Path, width: int = 1280, height: int = 900) -> None:
        """Load a file in a window of that size, and wait until nothing more happens."""
        for noted in (self._asked, self.blocked, self.complaints):
            noted.clear()
        phone = width < 600
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.call("Page.navigate", url=file.as_uri())
        deadline = time.monotonic() + PATIENCE
        while self.value("document.readyState + location.protocol") != "completefile:":
            assert time.monotonic() < deadline, "the page does not load"
            time.sleep(0.02)
        self.value("new Promise((done) => setTimeout(done, 200))")

    @property
    def requests(self) -> list[str]:
        """What the page has asked for, except what the browser refused to ask."""
        return list(self._asked.values())

    def value(self, expression: str) -> Any:
        """What an expression gives in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": "\r"} if key == "Enter" and kind == "keyDown" else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)

    def screenshot(self, whole: bool = True) -> bytes:
        """The page as a picture."""
        return b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"])
