#!/usr/bin/python3
"""patch.py - the sources that patch=FILE mends are right without the plugin.

For each run test of testsuite/gcc/repair that is C: the patch is applied to a copy (patch -p1), the copy is
compiled without the plugin and must print what the test wants from mode=fix; the plugin finds no defect
in it, and has nothing more to offer.  GCC's own patch, made of the fix-it hints, must make the same of it, but for white
space.  Tests whose statements come out of macros that cannot be
changed say so with the comment `no patch'.

Reads CC PLUGIN TMP from the environment.  The last line is "N passed, N failed".
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CC, CXX, PLUGIN = os.environ["CC"].split(), os.environ["CXX"].split(), os.environ["PLUGIN"]


def directive(text, name):
    m = re.search(r"\{ %s (.*?) \}" % name, text)
    return m.group(1).strip('"') if m else None


def tests():
    folder = os.path.join(TOP, "testsuite", "gcc", "repair")
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        text = open(path, encoding="utf-8").read()
        if "dg-do run" not in text or "no patch" in text or directive(text, "dg-output") is None:
            continue
        cpu = re.findall(r"dg-require cpu-(\w+)", text)
        if cpu and not all(c in open("/proc/cpuinfo").read() for c in cpu):
            continue
        options = " ".join(o.strip('"') for o in re.findall(r'\{ dg-(?:additional-)?options (".*?") \}', text)) or "-O2"
        for mode in (directive(text, "avow-modes") or "64").split():
            if mode == "64" or os.environ.get("M32"):
                yield path, mode, options.split(), directive(text, "dg-output")


def run(command, cwd):
    return subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace")


def hinted(said, name, tmp):
    """The source with the fix-it hints that the compiler printed as a patch behind its messages."""
    start = said.find("--- " + name)
    with open(tmp + "/hints", "w", encoding="utf-8") as f:
        f.write(said[start:] if start >= 0 else "")
    shutil.copy(os.path.join(tmp, name), tmp + "/hinted")
    run(["patch", "-s", "hinted", "hints"], tmp)
    with open(tmp + "/hinted", encoding="utf-8") as f:
        return "".join(f.read().split())


def check(test):
    """What is wrong, or None."""
    path, mode, options, wanted = test
    name = os.path.basename(path)
    compiler = (CXX if name.endswith(".cc") else CC) + ["-m" + mode] + options
    plugin = ["-fplugin=" + PLUGIN, "-fplugin-arg-avow-patch=p"]
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMP")) as tmp:
        shutil.copy(path, tmp)
        said = run(compiler + plugin + ["-fdiagnostics-generate-patch", "-fdiagnostics-color=never", "-S", "-o", "/dev/null", name], tmp)
        hints = hinted(said.stdout, name, tmp)
        if not os.path.getsize(tmp + "/p"):
            return "no patch is offered"
        applied = run(["patch", "-p1", "-s", "-i", "p"], tmp)
        if applied.returncode or applied.stdout:
            return "the patch does not apply: " + applied.stdout
        with open(os.path.join(tmp, name), encoding="utf-8") as f:
            if "".join(f.read().split()) != hints:
                return "the hints are not the patch:\n" + said.stdout[said.stdout.find("--- " + name):]
        built = run(compiler + ["-o", "prog", name], tmp)
        if built.returncode:
            return "the patched source does not compile: " + built.stdout
        said = run(["./prog"], tmp).stdout.strip()
        if not re.fullmatch(wanted, said):
            return "the patched program prints %r, wanted %r" % (said, wanted)
        os.remove(tmp + "/p")
        again = run(compiler + plugin + ["-S", "-o", "/dev/null", name], tmp)
        if "warning" in again.stdout:
            return "not clean: " + again.stdout
        return "a second patch is offered:\n" + open(tmp + "/p").read() if os.path.getsize(tmp + "/p") else None


def main():
    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        todo = list(tests())
        for test, wrong in zip(todo, pool.map(check, todo)):
            passed += not wrong
            failed += bool(wrong)
            if wrong:
                print("FAIL: %s -m%s: %s" % (os.path.basename(test[0]), test[1], wrong))
    print("%d passed, %d failed" % (passed, failed))
    return failed > 0 or not passed


sys.exit(main())
