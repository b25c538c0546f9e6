"""Starts the gateway and its peers on loopback, measures them in turn, and writes bench/RESULTS.md.

Run by run.sh, which sees to the programs and the packages that this needs. Everything that is started here is ended
here, whatever happens in between.
"""

import asyncio
import datetime
import json
import os
import platform
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
WORK = Path(tempfile.mkdtemp(prefix="dramatis-bench-"))

CONNECTIONS = 64
ROUNDS = 3
SECONDS = 4
WARM_UP_ROUNDS = 8
COLD_CLIENTS = 1000
SEARCH = "/api/characters/search?q=naruto"
RESOURCE = "/api/characters/0190c3f2-7d10-7b7e-9b7a-5a2d1f0c1e11"
RESOURCE_JSON = (
    '{"id":"0190c3f2-7d10-7b7e-9b7a-5a2d1f0c1e11","name":"Naruto Uzumaki","universe":"Naruto","genre":"action",'
    '"description":"A loud young ninja who wants to be acknowledged by everybody in his village.",'
    '"source":"anilist","external_id":"17","image_url":null,"version":3,'
    '"created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z"}'
)
SOURCES = ["anilist", "tmdb", "openlibrary", "mangadex", "dnd5e", "wikipedia", "wikidata"]
# As deploy/local starts the gateway (Jvm, Service).
JVM_FLAGS = ["-Xmx96m", "-Xms16m", "-Xss512k", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40",
             "-XX:ReservedCodeCacheSize=64m", "-XX:MaxMetaspaceSize=160m"]


def say(text):
    print(text, flush=True)


class Process:
    """A program in a process group of its own; it also ends when this one is killed."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.log = WORK / f"{name}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "--", *map(str, command)],
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)

    def pids(self):
        group = str(self.process.pid)
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                fields = stat.read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[2] == group:
                yield int(stat.parent.name)

    def cpu_seconds(self):
        ticks = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def resident_megabytes(self):
        kilobytes = 0
        for pid in self.pids():
            found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
            kilobytes += int(found.group(1)) if found else 0
        return kilobytes / 1024

    def run_on(self, cores):
        for pid in self.pids():
            for task in Path(f"/proc/{pid}/task").iterdir():
                os.sched_setaffinity(int(task.name), cores)

    def require_alive(self):
        if self.process.poll() is not None:
            raise SystemExit(f"{self.name} ended by itself:\n{self.log.read_text()[-2000:]}")

    def stop(self):
        for number, patience in ((signal.SIGTERM, 20), (signal.SIGKILL, 5)):
            try:
                os.killpg(self.process.pid, number)
                self.process.wait(patience)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


class Contestant:
    """What is measured: a URL, and the process whose CPU time it costs."""

    def __init__(self, name, process, url):
        self.name = name
        self.process = process
        self.url = url
        self.results = []

    def measure(self, seconds, connections=CONNECTIONS, cores=None):
        self.process.require_alive()
        cpu = self.process.cpu_seconds()
        result = wrk(self.url, seconds, connections, cores)
        result["cpu_us"] = (self.process.cpu_seconds() - cpu) / result["requests"] * 1e6
        result["rate"] = result["requests"] / result["seconds"]
        if result["failed"]:
            say(f"  {self.name}: {result['failed']} requests failed")
        return result


def wrk(url, seconds, connections, cores):
    command = ["wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "-s", str(HERE / "report.lua"), url]
    if cores:
        command = ["taskset", "-c", ",".join(map(str, cores)), *command]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result = json.loads(re.search(r"^RESULT (.*)$", output, re.M).group(1))
    if not result["requests"]:
        raise SystemExit(f"{url} answered nothing:\n{output}")
    return result


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def fetch(url, method="GET", body=None):
    request = urllib.request.Request(url, method=method, data=body)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read()


def await_answer(process, url, seconds=60):
    end = time.monotonic() + seconds
    while True:
        process.require_alive()
        try:
            return fetch(url)
        except (urllib.error.URLError, OSError) as problem:
            if time.monotonic() > end:
                raise SystemExit(f"{process.name} does not answer at {url}: {problem}\n{process.log.read_text()[-2000:]}")
            time.sleep(0.2)


def filled(template, target, **values):
    text = (HERE / template).read_text()
    for key, value in values.items():
        text = text.replace(f"@{key}@", str(value))
    path = WORK / target
    path.write_text(text)
    return path


def nginx(name, port, location, service, workers):
    configuration = filled("nginx.conf", f"{name}.conf", name=name, port=port, location=location, service=service,
                           workers=workers, work=WORK)
    return Process(name, ["nginx", "-e", WORK / f"{name}.log", "-c", configuration])


def java():
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin/java" if home else "java"


class Field:
    """Everything that runs during a measurement."""

    def __init__(self, stack):
        self.stack = stack
        ports = free_ports(13)
        self.service_port, self.origin_port, self.simulator_port, self.gateway_port, self.management_port = ports[:5]
        self.start_surroundings()
        self.start_gateway()
        self.answer = self.cached_answer()
        (WORK / "answer.json").write_bytes(self.answer)
        self.start_peers(ports[5:])

    def start(self, process):
        self.stack.callback(process.stop)
        return process

    def start_surroundings(self):
        self.service = self.start(nginx("service", self.service_port, f"location / {{ return 200 '{RESOURCE_JSON}'; }}",
                                        self.service_port, 1))
        self.origin = self.start(nginx("origin", self.origin_port,
                                       f"root {WORK}; location / {{ try_files /answer.json =404; }}",
                                       self.service_port, 1))
        target = REPOSITORY / "platform/source-simulator/target"
        jar = next(target.glob("source-simulator-*.jar"))
        self.simulator = self.start(Process("simulator", [
            java(), "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{jar}:{target}/lib/*",
            "io.dramatis.simulator.SimulatorMain", self.simulator_port]))
        await_answer(self.simulator, self.simulator_url("/_calls"))

    def simulator_url(self, path):
        return f"http://127.0.0.1:{self.simulator_port}{path}"

    def start_gateway(self):
        service = f"http://127.0.0.1:{self.service_port}"
        environment = {
            "MALLOC_ARENA_MAX": "2",
            "QUARKUS_HTTP_HOST": "127.0.0.1",
            "QUARKUS_HTTP_PORT": str(self.gateway_port),
            "QUARKUS_MANAGEMENT_HOST": "127.0.0.1",
            "QUARKUS_MANAGEMENT_PORT": str(self.management_port),
            "DRAMATIS_EDGE_BACKENDS_CATALOG": service,
            "DRAMATIS_EDGE_BACKENDS_COLLECTION": service,
            "DRAMATIS_EDGE_BACKENDS_PORTRAIT": service,
            # One client sends everything; the limit is looked at all the same.
            "DRAMATIS_EDGE_CLIENT_LIMIT_PER_MINUTE": "60000000",
            "DRAMATIS_EDGE_CLIENT_LIMIT_BURST": "1000000",
            "DRAMATIS_SOURCE_TMDB_TOKEN": "offline",
        }
        for source in SOURCES:
            environment[f"DRAMATIS_SOURCE_{source.upper()}_URL"] = self.simulator_url(f"/{source}")
        jar = REPOSITORY / "search-gateway/target/quarkus-app/quarkus-run.jar"
        self.gateway = self.start(Process("gateway", [java(), *JVM_FLAGS, "-jar", jar], environment))
        await_answer(self.gateway, f"http://127.0.0.1:{self.management_port}/q/health/ready")

    def gateway_url(self, path):
        return f"http://127.0.0.1:{self.gateway_port}{path}"

    def cached_answer(self):
        """The answer that everybody is measured with: once all of it comes from the gateway's cache."""
        end = time.monotonic() + 30
        while True:
            answer = fetch(self.gateway_url(SEARCH))
            reports = json.loads(answer)["sources"]
            if all(report["status"] in ("cached", "empty", "not_configured") for report in reports):
                return answer
            if time.monotonic() > end:
                raise SystemExit(f"the search does not come from the cache: {reports}")
            time.sleep(0.1)

    def start_peers(self, ports):
        workers = os.cpu_count()
        proxy = ("location / { proxy_pass http://service; proxy_http_version 1.1; proxy_set_header Connection '';"
                 " proxy_set_header Host $http_host; proxy_set_header X-Forwarded-For $remote_addr;"
                 " proxy_set_header X-Forwarded-Proto $scheme; }")
        self.nginx = self.start(nginx("nginx", ports[0], proxy, self.service_port, 1))
        self.nginx_all = self.start(nginx("nginx-all-cores", ports[1], proxy, self.service_port, workers))
        vcl = filled("cache.vcl", "cache.vcl", origin=self.origin_port)
        self.varnish = self.start(Process("varnish", [
            "varnishd", "-F", "-n", WORK / "varnish", "-a", f"127.0.0.1:{ports[2]}", "-T", f"127.0.0.1:{ports[3]}",
            "-f", vcl, "-s", "malloc,64m"]))
        self.fastapi = self.start(uvicorn("fastapi", ports[4], 1))
        self.fastapi_all = self.start(uvicorn("fastapi-all-cores", ports[5], workers))

        def url(port, path):
            return f"http://127.0.0.1:{port}{path}"

        self.apart = {
            "search": [Contestant("gateway", self.gateway, self.gateway_url(SEARCH)),
                       Contestant("Varnish hit", self.varnish, url(ports[2], SEARCH)),
                       Contestant("FastAPI", self.fastapi, url(ports[4], SEARCH))],
            "edge": [Contestant("gateway", self.gateway, self.gateway_url(RESOURCE)),
                     Contestant("nginx proxy_pass", self.nginx, url(ports[0], RESOURCE))],
        }
        self.sharing = {
            "search": [Contestant("gateway", self.gateway, self.gateway_url(SEARCH)),
                       Contestant("Varnish hit", self.varnish, url(ports[2], SEARCH)),
                       Contestant("FastAPI", self.fastapi_all, url(ports[5], SEARCH))],
            "edge": [Contestant("gateway", self.gateway, self.gateway_url(RESOURCE)),
                     Contestant("nginx proxy_pass", self.nginx_all, url(ports[1], RESOURCE))],
        }
        self.direct = Contestant("service itself", self.service, url(self.service_port, RESOURCE))
        for kind, expected in (("search", self.answer), ("edge", RESOURCE_JSON.encode())):
            for contestant in self.apart[kind] + self.sharing[kind]:
                self.require_same(contestant, expected)

    @staticmethod
    def require_same(contestant, expected):
        def without_ages(content):
            return re.sub(rb'"age_s":\d+', b'"age_s":0', content)

        if without_ages(await_answer(contestant.process, contestant.url)) != without_ages(expected):
            raise SystemExit(f"{contestant.name} answers something else at {contestant.url}")

    def servers(self):
        return [self.gateway, self.varnish, self.fastapi, self.fastapi_all, self.nginx, self.nginx_all]

    def set_apart(self):
        """The measured servers on one core; the load, and the service behind the edge, on the other."""
        for process in self.servers():
            process.run_on({0})
        for process in (self.service, self.origin, self.simulator):
            process.run_on({1})

    def let_share(self):
        for process in (*self.servers(), self.service, self.origin, self.simulator):
            process.run_on(set(range(os.cpu_count())))


def uvicorn(name, port, workers):
    # uvloop and httptools are what uvicorn takes by itself where they are installed.
    return Process(name, [
        "/usr/bin/python3", "-m", "uvicorn", "--app-dir", HERE / "peer", "app:app", "--host", "127.0.0.1",
        "--port", port, "--workers", workers, "--no-access-log", "--log-level", "warning"],
        {"PEER_ANSWER": str(WORK / "answer.json"), "PYTHONDONTWRITEBYTECODE": "1"})


def warm_up(field):
    """Until the JVM's compiler has nothing more to give."""
    say("warming up")
    edge, search = field.apart["edge"][0], field.apart["search"][0]
    best = 0
    for turn in range(WARM_UP_ROUNDS):
        rate = sum(contestant.measure(SECONDS)["rate"] for contestant in (search, edge))
        if turn >= 2 and rate < best * 1.05:
            break
        best = max(best, rate)
    for contestant in (*field.apart["search"][1:], *field.apart["edge"][1:], field.sharing["search"][2],
                       field.sharing["edge"][1]):
        contestant.measure(1)


def play(name, contestants, cores):
    """In turn, round after round, so that whatever else the machine does meets all of them."""
    for turn in range(ROUNDS):
        for kind in ("search", "edge"):
            for contestant in contestants[kind]:
                result = contestant.measure(SECONDS, cores=cores)
                contestant.results.append(result)
                say(f"  {name} {turn + 1}/{ROUNDS} {kind:6} {contestant.name:16} {result['rate']:9,.0f}/s"
                    f"  p50 {result['p50'] / 1000:6.2f} ms  p99 {result['p99'] / 1000:6.2f} ms"
                    f"  {result['cpu_us']:6.1f} µs CPU")


def added_latency(field):
    """One request at a time: what the way through a proxy adds to the service's own answer."""
    contestants = [field.direct, *field.apart["edge"]]
    medians = {contestant.name: [] for contestant in contestants}
    for _ in range(ROUNDS):
        for contestant in contestants:
            medians[contestant.name].append(contestant.measure(2, connections=1, cores={1})["p50"] / 1000)
    direct = statistics.median(medians[field.direct.name])
    return {name: statistics.median(values) - direct for name, values in medians.items() if name != field.direct.name}


def cold_calls(field):
    """What reaches the source of a thousand equal searches, of which it answers none before all have been asked."""
    fault = json.dumps({"kind": "slow", "ms": 700}).encode()

    def calls():
        return json.loads(fetch(field.simulator_url("/_calls")))["anilist"]

    fetch(field.simulator_url("/_faults/anilist"), "PUT", fault)
    before = calls()
    statuses = asyncio.run(all_at_once(
        field.gateway_port, "/api/characters/search?q=spike+spiegel&category=anime", COLD_CLIENTS))
    fetch(field.simulator_url("/_faults"), "DELETE")
    if statuses != [200] * COLD_CLIENTS:
        raise SystemExit(f"of {COLD_CLIENTS} equal searches {statuses.count(200)} were answered")
    return calls() - before


async def all_at_once(port, path, count):
    streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode()
    for _, writer in streams:
        writer.write(request)

    async def status(reader, writer):
        answer = await asyncio.wait_for(reader.read(), 30)
        writer.close()
        return int(answer.split(b" ", 2)[1])

    return await asyncio.gather(*(status(*stream) for stream in streams))


def median(contestant, what):
    return statistics.median(result[what] for result in contestant.results)


def spread(contestant):
    rates = [result["rate"] for result in contestant.results]
    return f"{min(rates):,.0f}–{max(rates):,.0f}"


def version(command, pattern):
    run = subprocess.run(command, capture_output=True, text=True)
    found = re.search(pattern, run.stdout + run.stderr)
    return found.group(1) if found else "unknown"


def machine(load):
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text()).group(1))
    packages = {name: version(["dpkg-query", "-W", "-f", "${Version}", name], r"(.*)")
                for name in ("wrk", "nginx", "varnish", "python3-fastapi", "uvicorn", "python3-uvloop")}
    return [
        f"- {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC; {os.cpu_count()} cores"
        f" ({model.group(1) if model else platform.machine()}), {memory / 1024 / 1024:.0f} GiB, Linux {platform.release()};"
        f" load average before the run {load:.2f}",
        f"- Java {version([java(), '-version'], r'version .([^ ]+?).(?: |$)')}: `{' '.join(JVM_FLAGS)}`",
        "- " + ", ".join(f"{name} {value}" for name, value in packages.items()),
        f"- {CONNECTIONS} connections, {ROUNDS} rounds of {SECONDS} s each in turn; medians of the rounds",
    ]


def table(contestants):
    lines = ["| | requests/s | rounds | p50 ms | p99 ms | CPU µs a request |", "|---|--:|--:|--:|--:|--:|"]
    for kind, title in (("search", "cached search"), ("edge", "edge")):
        for contestant in contestants[kind]:
            lines.append(
                f"| {title}: {contestant.name} | {median(contestant, 'rate'):,.0f} | {spread(contestant)}"
                f" | {median(contestant, 'p50') / 1000:.2f} | {median(contestant, 'p99') / 1000:.2f}"
                f" | {median(contestant, 'cpu_us'):.1f} |")
    return lines


def bars(apart, sharing, added, cold):
    """What is wanted, what came out in both ways of measuring, and whether that is enough."""
    def ratio(contestants, kind, peer):
        return median(contestants[kind][0], "rate") / median(contestants[kind][peer], "rate")

    def row(what, bar, values, reached, form):
        return (f"| {what} | {bar} | " + " | ".join(
            f"{form.format(value)} {'✓' if reached(value) else '✗'}" for value in values) + " |")

    ways = (apart, sharing)
    percent = "{:.0%}"
    alone = "| {} | {} | {} {} | – |"
    return [
        "| | bar | a core each | sharing all cores |", "|---|---|--:|--:|",
        row("cached search, requests/s", "≥ 25,000", [median(way["search"][0], "rate") for way in ways],
            lambda value: value >= 25_000, "{:,.0f}"),
        row("cached search, p99 ms", "≤ 15", [median(way["search"][0], "p99") / 1000 for way in ways],
            lambda value: value <= 15, "{:.1f}"),
        row("cached search / Varnish hit", "≥ 50 %", [ratio(way, "search", 1) for way in ways],
            lambda value: value >= 0.5, percent),
        row("cached search / FastAPI", "≥ 5×", [ratio(way, "search", 2) for way in ways],
            lambda value: value >= 5, "{:.1f}×"),
        row("edge / nginx proxy_pass", "≥ 60 %", [ratio(way, "edge", 1) for way in ways],
            lambda value: value >= 0.6, percent),
        alone.format("edge, p50 added at one request at a time, ms", "≤ 0.5", f"{added['gateway']:.2f}",
                     "✓" if added["gateway"] <= 0.5 else "✗"),
        alone.format("the same of nginx, ms", "", f"{added['nginx proxy_pass']:.2f}", ""),
        alone.format(f"calls to the source for {COLD_CLIENTS:,} equal cold searches", "1", cold,
                     "✓" if cold == 1 else "✗"),
    ]


def memory_table(idle, field):
    lines = ["| | resident MB, idle | after the load |", "|---|--:|--:|"]
    for process in (field.gateway, field.varnish, field.fastapi, field.nginx):
        lines.append(f"| {process.name} | {idle[process.name]:.0f} | {process.resident_megabytes():.0f} |")
    return lines


def run():
    load = os.getloadavg()[0]
    if load > 0.3 * os.cpu_count():
        say(f"The load average is {load:.2f}: something else is at work, and the figures will suffer.")
    if os.cpu_count() < 2:
        raise SystemExit("This needs two cores.")
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, WORK, ignore_errors=True)
        # Servers that give up root's rights must still find their files.
        WORK.chmod(0o755)
        say("starting")
        field = Field(stack)
        time.sleep(3)
        idle = {process.name: process.resident_megabytes() for process in field.servers()}
        field.let_share()
        warm_up(field)
        field.set_apart()
        field.apart["search"][0].measure(2, cores={1})
        play("a core each", field.apart, {1})
        added = added_latency(field)
        field.let_share()
        play("sharing", field.sharing, None)
        cold = cold_calls(field)
        sections = [
            ["# Results of `bench/search/run.sh`", "", "Written by the last run; [README.md](README.md) says how to read it."],
            machine(load),
            bars(field.apart, field.sharing, added, cold),
            ["## A core each", "", *table(field.apart)],
            ["## Sharing all cores", "", *table(field.sharing)],
            ["## Memory", "", *memory_table(idle, field)],
        ]
    report = "\n\n".join("\n".join(section) for section in sections) + "\n"
    target = REPOSITORY / "bench/RESULTS.md"
    target.write_text(report)
    say("\n" + "\n\n".join("\n".join(section) for section in sections[1:3]))
    say(f"\nThe whole is in {target.relative_to(REPOSITORY)}.")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(143))
    for tool in ("wrk", "nginx", "varnishd", "taskset", "setpriv"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing; run bench/search/run.sh, which installs it")
    try:
        run()
    except KeyboardInterrupt:
        sys.exit(130)
