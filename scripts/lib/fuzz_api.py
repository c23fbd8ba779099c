"""Asks a server, started for it, whatever docs/openapi.json lets one ask and much that it does not. See scripts/fuzz-api."""

import argparse
import collections
import concurrent.futures
import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

ROOT = Path(__file__).resolve().parents[2]
DESCRIPTION = json.loads((ROOT / "docs/openapi.json").read_text())
PROBLEM_MEMBERS = set(DESCRIPTION["components"]["schemas"]["Problem"]["properties"])
PATIENCE_S = 20
ROUND_EXAMPLES = 200
WORKERS_MOST = 100
MAY_GROW_KIB = 48 * 1024


class Server:
    """A demo council on a free port, and somebody who is signed in."""

    def __init__(self, folder: str):
        self.log = open(Path(folder) / "log", "w+")
        self.process = subprocess.Popen(
            [os.environ["SAYSO_PROGRAM"], "serve", "--demo", "--port", "0", "--data", f"{folder}/data", "--www", os.environ["SAYSO_WEB_ROOT"]],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        codes = []
        for line in self.process.stdout:
            if line.startswith("invitation: "):
                codes.append(line.strip().split("#")[1])
            if line.startswith("serving: "):
                self.address = line.split()[1]
                break
        self.port = int(self.address.rsplit(":", 1)[1])
        self.examples = json.loads(subprocess.run(
            ["node", "tests/whole/lib/print_examples.mjs", self.address, codes[0]], cwd=ROOT, check=True, capture_output=True, text=True).stdout)

    def resident_kib(self) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0])

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=PATIENCE_S)


def resolve(schema: dict) -> dict:
    return DESCRIPTION["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema


texts = st.one_of(st.text(max_size=40), st.text(alphabet="\u0000\u001f\"\\/\u00e9\u202e\U0001f600<>&%{}", max_size=20), st.sampled_from(
    ["", "0" * 64, "z6Mk", "did:key:z#z", "../../etc/passwd", "' OR 1=1 --", "%0d%0aX: y", "9" * 400, "a" * 70_000]))
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.integers(-(2**70), 2**70), st.floats(), texts)
anything = st.recursive(scalars, lambda inner: st.one_of(
    st.lists(inner, max_size=6), st.dictionaries(st.text(max_size=12), inner, max_size=6)), max_leaves=20)


def from_schema(schema: dict, depth: int = 0):
    schema = resolve(schema)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kind = schema.get("type")
    if kind == "object" and depth < 5:
        members = {name: from_schema(part, depth + 1) for name, part in schema.get("properties", {}).items()}
        required = set(schema.get("required", []))
        return st.fixed_dictionaries({n: s for n, s in members.items() if n in required},
                                     optional={n: s for n, s in members.items() if n not in required})
    if kind == "array":
        return st.lists(from_schema(schema["items"], depth + 1) if "items" in schema else anything, max_size=8)
    if kind == "string":
        return st.from_regex(schema["pattern"]) if "pattern" in schema else texts
    return {"integer": st.integers(), "boolean": st.booleans()}.get(kind, anything)


def places(value, path=()):
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


@st.composite
def altered(draw, examples):
    """A body that is taken, with up to three places of it replaced, removed, or joined by a stranger."""
    value = json.loads(json.dumps(draw(st.sampled_from(examples))))
    for _ in range(draw(st.integers(0, 3))):
        path = draw(st.sampled_from([p for p in places(value) if p] or [()]))
        if not path:
            return draw(anything)
        holder = value
        for step in path[:-1]:
            holder = holder[step]
        change = draw(st.sampled_from(["replace", "remove", "add", "trim"]))
        if change == "remove":
            del holder[path[-1]]
        elif change == "add" and isinstance(holder, dict):
            holder[draw(st.text(max_size=8))] = draw(anything)
        elif change == "trim" and isinstance(holder[path[-1]], str):
            holder[path[-1]] = holder[path[-1]][: draw(st.integers(0, 60))]
        else:
            holder[path[-1]] = draw(anything)
    return value


def encode(value) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def bodies(call: dict, examples: list):
    strategies = [anything.map(encode), st.binary(max_size=300), st.just(b"[" * 60_000)]
    if examples:
        strategies += [altered(examples).map(encode)] * 4
    if "requestBody" in call:
        schema = call["requestBody"]["content"]["application/json"]["schema"]
        strategies += [from_schema(schema).map(encode)] * 3
    return st.one_of(strategies)


visible = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
values = st.one_of(st.text(visible, max_size=60), st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF), max_size=30))
hostile_headers = st.dictionaries(st.sampled_from([
    "Origin", "Sec-Fetch-Site", "Content-Type", "Sayso-Client", "Cookie", "Accept-Encoding", "If-None-Match", "Range", "Accept",
    "X-Forwarded-For", "X-Forwarded-Proto", "Content-Encoding", "Expect", "Connection", "Accept-Language", "Host", "X"]), values, max_size=3)
parameters = st.one_of(st.text("0123456789abcdef", min_size=64, max_size=64), st.from_regex(r"\A(-?[0-9]{1,3}|entries)/(x[0-9]{3}/){0,6}[0-9]{3}(\.p/[0-9]{1,4})?\Z"),
                       st.text(visible, max_size=80))


@st.composite
def requests(draw, calls: list, examples: dict):
    method, path, call = draw(st.sampled_from(calls))
    target = path
    for parameter in call.get("parameters", []):
        if parameter.get("in") == "path":
            target = target.replace("{" + parameter["name"] + "}", draw(parameters).replace("#", "").replace(" ", ""))
    if draw(st.integers(0, 5)) == 0:
        target += "?" + draw(st.text(visible, max_size=60)).replace("#", "")
    if draw(st.integers(0, 15)) == 0:
        method = draw(st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"]))
    headers = {"Content-Type": "application/json", "Sayso-Client": "1"}
    session = draw(st.sampled_from([examples["session"]] * 3 + [None, "A" * 43]))
    # Leaving would end the session that the rest is asked in.
    if session and path != "/api/exit":
        headers["Cookie"] = f"__Host-sayso={session}"
    if draw(st.integers(0, 5)) == 0:
        headers.update(draw(hostile_headers))
    body = None if method in ("GET", "HEAD") else draw(bodies(call, examples["bodies"].get(f"{method} {path}", [])))
    return method, path, target, headers, body


def ask(port: int, method: str, target: str, headers: dict, body):
    # From another of this machine's addresses each time, or the guard against guessing would answer everything. Hypothesis
    # seeds the usual source of chance anew for each example, which would draw the same address again.
    chance = random.SystemRandom()
    source = (f"127.{chance.randint(1, 254)}.{chance.randint(0, 255)}.{chance.randint(1, 254)}", 0)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_S, source_address=source)
    try:
        connection.putrequest(method, target, skip_host="Host" in headers, skip_accept_encoding=True)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        for name, value in headers.items():
            connection.putheader(name, value.encode("latin-1"))
        connection.endheaders(body)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def check_problem(method: str, path: str, status: int, answer, said: bytes) -> None:
    assert answer.getheader("Content-Type") == "application/problem+json", answer.getheader("Content-Type")
    if method == "HEAD":
        return
    problem = json.loads(said)
    assert problem["status"] == status and set(problem) <= PROBLEM_MEMBERS, problem
    slug = problem["type"].removeprefix("/problems/")
    call = DESCRIPTION["paths"][path].get(method.lower())
    described = set(DESCRIPTION["x-problems-of-every-call"])
    if call:
        described |= set(call["responses"].get(str(status), {}).get("x-problems", []))
    assert slug in described, f"{slug} is not described for {method} {path}"


def check(method: str, path: str, answer, said: bytes, secrets: list) -> None:
    status = answer.status
    assert status < 500, f"{status} {said[:300]!r}"
    assert answer.getheader("Request-Id") and "default-src 'none'" in answer.getheader("Content-Security-Policy", "")
    assert "nosniff" == answer.getheader("X-Content-Type-Options")
    is_page = (answer.getheader("Content-Type") or "").startswith("text/html")
    if status >= 400:
        if not is_page or path.startswith("/api/"):
            check_problem(method, path, status, answer, said)
        for secret in secrets:
            assert secret.encode() not in said, "a refusal names somebody"
    if path.startswith("/api/"):
        assert answer.getheader("Cache-Control") == "no-store"


def check_log(server: Server) -> int:
    """Every line is JSON of the usual members, and names nobody."""
    server.log.seek(0)
    lines, usual = 0, set()
    for line in server.log:
        if not line.startswith("{"):
            continue
        lines += 1
        members = set(json.loads(line))
        usual |= members if lines <= 20 else set()
        assert members <= usual or lines <= 20, f"a line of another shape: {line}"
        for secret in server.examples["secrets"]:
            assert secret not in line, f"a log line names somebody: {line}"
    return lines


def fuzz(port: int, examples: dict, until: float, seed: int) -> dict:
    """Round after round, until it is time; how often each status came."""
    calls = [(m.upper(), path, call) for path, methods in DESCRIPTION["paths"].items() for m, call in methods.items()]
    tally = {}
    while time.monotonic() < until:
        @hypothesis.seed(seed)
        @hypothesis.settings(max_examples=ROUND_EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @hypothesis.given(requests(calls, examples))
        def ask_once(asked):
            method, path, target, headers, body = asked
            answer, said = ask(port, method, target, headers, body)
            tally[answer.status] = tally.get(answer.status, 0) + 1
            check(method, path, answer, said, examples["secrets"])

        try:
            ask_once()
        except BaseException:
            print(f"seed {seed} finds it again: scripts/fuzz-api --workers 1 --seed {seed}", file=sys.stderr, flush=True)
            raise
        seed += WORKERS_MOST
    return tally


def fuzz_side_by_side(server: Server, options) -> collections.Counter:
    """Several at once, because most of the time goes by waiting: a refused guess is held back."""
    began = time.monotonic()
    until = began + options.minutes * 60
    with concurrent.futures.ProcessPoolExecutor(options.workers) as pool:
        parts = [pool.submit(fuzz, server.port, server.examples, until, options.seed + i) for i in range(options.workers)]
        # A fifth of the time warms caches and pools; what grows after that is a leak.
        concurrent.futures.wait(parts, timeout=options.minutes * 60 / 5, return_when=concurrent.futures.FIRST_EXCEPTION)
        warm_kib = server.resident_kib()
        tally = sum((collections.Counter(part.result()) for part in parts), collections.Counter())
    end_kib = server.resident_kib()
    print(f"memory: {warm_kib / 1024:.1f} MiB once warm, {end_kib / 1024:.1f} MiB at the end")
    assert end_kib < warm_kib + MAY_GROW_KIB, "it grew"
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--workers", type=int, default=4, choices=range(1, WORKERS_MOST))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_hypothesis_home_dir(folder)
        server = Server(folder)
        began = time.monotonic()
        try:
            print(f"asking {server.address} for {options.minutes:g} minutes, from seed {options.seed}", flush=True)
            tally = fuzz_side_by_side(server, options)
            assert server.process.poll() is None, "the server ended"
        finally:
            code = server.stop()
        assert code == 0, f"the server ended with {code}"
        lines = check_log(server)
    counts = ", ".join(f"{count} × {status}" for status, count in sorted(tally.items()))
    print(f"{sum(tally.values())} requests in {time.monotonic() - began:.0f} s: {counts}; {lines} log lines that name nobody")
    return 0


if __name__ == "__main__":
    sys.exit(main())
