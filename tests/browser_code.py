"""Modules of web/ under the pinned Node, one process of it for a whole run of tests: what the browser computes."""

from __future__ import annotations

import atexit
import json
import subprocess
from functools import cache
from typing import Any

from macros.source.vademecum import ROOT
from tests.web_build import node

_SCRIPT = """
import { createInterface } from "node:readline"
const answered = async ({ module, body, given }) => {
  const exported = await import(module)
  const run = new Function(...Object.keys(exported), "given", `return ${body}`)
  return run(...Object.values(exported), given) ?? null
}
for await (const line of createInterface({ input: process.stdin })) {
  const answer = await answered(JSON.parse(line)).then((value) => ({ value }), (error) => ({ error: error.stack }))
  process.stdout.write(`${JSON.stringify(answer)}\\n`)
}
"""


@cache
def _running() -> subprocess.Popen[str]:
    """Start Node, which takes longer than most of what it is asked."""
    command = [node(), "--input-type=module", "-e", _SCRIPT]
    started = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", errors="surrogatepass"
    )
    atexit.register(started.communicate)
    return started


def in_node(module: str, body: str, given: Any) -> Any:
    """Return what an expression gives that sees all that a module of web/ exports, and ``given``."""
    running = _running()
    assert running.stdin
    assert running.stdout
    asked = {"module": (ROOT / "web" / module).as_uri(), "body": body, "given": given}
    running.stdin.write(json.dumps(asked) + "\n")
    running.stdin.flush()
    answer = json.loads(running.stdout.readline())
    assert "error" not in answer, answer["error"]
    return answer["value"]
