"""Compiles the units of a package with the plugin and collects what it reports."""

import concurrent.futures
import json
import os
import subprocess
import tempfile
import time

import package
import stanzas


class Replay:
    """One way of compiling units: a plugin (or none), its options, the limits, and where statements are captured, if
    they are."""

    def __init__(self, plugin, options, timeout, jobs, sample=1, capture=None):
        self.plugin, self.options, self.timeout, self.jobs, self.sample = plugin, options, timeout, jobs, sample
        self.capture = capture

    def plugin_arguments(self, report):
        if not self.plugin:
            return []
        name = os.path.basename(self.plugin).split(".")[0]
        options = ["mode=audit"] + self.options + ["report=" + report]
        if self.capture:
            options.append("capture=" + report + ".st")
        return ["-fplugin=" + self.plugin] + ["-fplugin-arg-%s-%s" % (name, o) for o in options]

    def package(self, pkg):
        """Replays every unit; leaves report.jsonl (statements) and replay.json (units)."""
        units = pkg.units()[::self.sample]
        self.stanzas = stanzas.Stanzas()
        with tempfile.TemporaryDirectory() as tmp, concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            reports = [os.path.join(tmp, str(i)) for i in range(len(units))]
            jobs = [pool.submit(self.unit, pkg, u, r) for u, r in zip(units, reports)]
            results = [self.collect(pkg, j.result(), u, r) for j, u, r in zip(jobs, units, reports)]
        statements = [s for _, found in results for s in found]
        os.makedirs(pkg.results, exist_ok=True)
        with open(os.path.join(pkg.results, "report.jsonl"), "w") as f:
            f.writelines(json.dumps(s) + "\n" for s in statements)
        package.write_json(os.path.join(pkg.results, "replay.json"), [u for u, _ in results])
        if self.capture:
            self.stanzas.write(os.path.join(self.capture, os.path.basename(pkg.dir) + ".st"))

    def collect(self, pkg, result, unit, report):
        """In the order of the units, so that the same place is kept each time."""
        if self.capture:
            self.stanzas.add(report + ".st", lambda name: relative(name, unit["directory"], pkg.src))
        for path in (report, report + ".st"):
            if os.path.exists(path):
                os.remove(path)
        return result

    def unit(self, pkg, unit, report):
        """One unit: how it ended, and the statements it reported."""
        start = time.time()
        outcome, errors = self.compile(pkg, unit, self.plugin_arguments(report))
        seconds = time.time() - start
        if outcome == "failed" and self.plugin and self.compile(pkg, unit, [])[0] != "ok":
            outcome = "failed without plugin"
        return ({"file": unit["file"], "directory": unit["directory"], "outcome": outcome, "seconds": round(seconds, 3),
                 "errors": errors}, read_report(report, pkg, unit))

    def compile(self, pkg, unit, extra):
        argv = ["nice", "-n", "10", pkg.variant.cc] + unit["arguments"] + ["-Wno-error"] + extra + ["-S", "-o", "/dev/null"]
        try:
            # The compiler runs in a session of its own so that a timeout ends cc1 too, not only its driver.
            child = subprocess.Popen(argv, cwd=unit["directory"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.PIPE, start_new_session=True)
            errors = child.communicate(timeout=self.timeout)[1]
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, 9)
            child.communicate()
            return "timeout", []
        if child.returncode == 0:
            return "ok", []
        return "failed", error_lines(errors.decode(errors="replace"))


def error_lines(text):
    """What to show of a failed compile: its errors, not its warnings."""
    lines = [l for l in text.splitlines() if "error:" in l or "compiler error" in l or "Segmentation" in l]
    return (lines or text.splitlines()[-3:])[:5]


def read_report(path, pkg, unit):
    """The statements, with file names relative to the source tree instead of to the unit's directory."""
    if not os.path.exists(path):
        return []
    statements = []
    with open(path, errors="replace") as f:
        for line in f:
            try:
                statement = json.loads(line)
            except ValueError:
                statement = {"verdict": "broken report line", "template": "", "text": line[:200]}
            for key, name in (("file", statement.get("file")), ("unit", unit["file"])):
                statement[key] = relative(name, unit["directory"], pkg.src)
            statements.append(statement)
    return statements


def relative(name, directory, src):
    if not name:
        return name
    path = os.path.normpath(os.path.join(directory, name))
    return os.path.relpath(path, src) if path.startswith(src + os.sep) else path
