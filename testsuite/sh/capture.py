"""Captured statements judge as the plugin judged them.

    capture.py [--keep FILE [--only REGEX]]

Compiles every test of testsuite/gcc with report= and capture=, gives the captured stanzas to `avow check', and compares the
two reports line by line.  What comments allow is no part of a statement, so it is looked through.  --keep only writes the
stanzas of the tests whose path matches to FILE, for the tests that work on many statements.
"""
import concurrent.futures
import importlib.machinery
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.environ["TOP"]
sys.dont_write_bytecode = True


def load_driver():
    loader = importlib.machinery.SourceFileLoader("driver", os.path.join(TOP, "testsuite", "run"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("driver", loader))
    loader.exec_module(module)
    return module


driver = load_driver()


def tests():
    """All (path, mode, options) of the compile tests."""
    for path in driver.sources("testsuite/gcc", (".c", ".cc", ".C")):
        with open(os.path.join(TOP, path), encoding="latin-1") as f:
            text = f.read()
        for mode in driver.modes_of(path):
            test = driver.Test(path, text, mode)
            if not test.skip and (mode == "64" or os.environ.get("M32")):
                yield path, mode, [o for o in test.options if not o.startswith("-fplugin")]


def compile_one(path, mode, options, tmp):
    """With -flto there is no code, and nothing is found there (register variables) that a stanza could not tell."""
    compiler = os.environ["CC" if path.endswith(".c") else "CXX"].split()
    report, capture = os.path.join(tmp, "report"), os.path.join(tmp, "capture")
    subprocess.run(compiler + ["-fplugin=" + os.environ["PLUGIN"], "-fplugin-arg-avow-mode=audit",
                               "-fplugin-arg-avow-report=" + report, "-fplugin-arg-avow-capture=" + capture, "-w",
                               "-m" + mode] + options + ["-flto", "-S", "-o", "/dev/null", path],
                   cwd=TOP, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return report, capture


def normal(line):
    """A report line without what comments in the source change, and what only the generated code tells."""
    record = json.loads(line)
    record.pop("copies", None)
    for finding in record["findings"]:
        del finding["bites"], finding["victim"]
        finding["level"] = "note" if finding["kind"] != "defect" else "warning"
    record["unverified"] = [u for u in record["unverified"] if not u["reason"].startswith("allowed in the source")]
    defects = any(f["kind"] == "defect" for f in record["findings"])
    record["verdict"] = "violation" if defects else "unverified" if record["unverified"] else "verified"
    record["column"] = 0            # stanzas have none
    return json.dumps(record, sort_keys=True)


def read(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        return f.read().splitlines()


def compare(path, mode, options):
    """What differs, as text, and the number of statements."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMP")) as tmp:
        report, capture = compile_one(path, mode, options, tmp)
        # Statements without code are reported at once, the others at the end.
        said = sorted(normal(line) for line in read(report))
        if not said:
            return "", 0
        check = subprocess.run([os.environ["AVOW"], "check", capture], capture_output=True, text=True, encoding="utf-8")
        if check.stderr:
            return "%s -m%s: %s" % (path, mode, check.stderr.strip()), len(said)
        again = sorted(normal(line) for line in check.stdout.splitlines())
    if said == again:
        return "", len(said)
    for a, b in zip(said, again):
        if a != b:
            return "%s -m%s:\n  plugin  %s\n  capture %s" % (path, mode, a, b), len(said)
    return "%s -m%s: %d statements reported, %d captured" % (path, mode, len(said), len(again)), len(said)


def keep(name, only):
    with open(name, "w", encoding="utf-8") as out, tempfile.TemporaryDirectory(dir=os.environ.get("TMP")) as tmp:
        for i, (path, mode, options) in enumerate(t for t in tests() if re.search(only, t[0])):
            os.mkdir(os.path.join(tmp, str(i)))
            out.write("".join(line + "\n" for line in read(compile_one(path, mode, options, os.path.join(tmp, str(i)))[1])))


def main():
    if "--keep" in sys.argv:
        only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
        return keep(sys.argv[sys.argv.index("--keep") + 1], only)
    passed = failed = statements = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for wrong, n in pool.map(lambda t: compare(*t), tests()):
            statements += n
            passed += not wrong
            failed += bool(wrong)
            if wrong:
                print("FAIL:", wrong)
    if statements < 100:
        failed += 1
        print("FAIL: only %d statements were captured" % statements)
    print("%d passed, %d failed" % (passed, failed))
    return failed > 0


sys.exit(main())
