"""One package of the corpus: its recipe, its source tree and its compile database.

A recipe is a shell file recipes/NAME.sh, or recipes/further/NAME.sh, with header lines `# KEY: VALUE`:
  source   the Debian source package (default NAME), or `binary PACKAGE` for one that ships the sources
  needs    Debian packages without which it cannot be configured or compiled
  units    about how many units there are: VARIANT=COUNT ...; far fewer is an error
  variants variants for which the recipe makes sense besides the native one
and two functions, run in the unpacked tree: `configure`, with a compiler that is real, and `compile`, with one that only
logs (cc-stub). Both see CC, CXX, HOST (a configuration triplet), M (the variant's compiler options), VARIANT and JOBS.
"""

import concurrent.futures
import contextlib
import json
import os
import re
import subprocess

import obtain

HERE = os.path.dirname(os.path.abspath(__file__))
RECIPES = os.path.join(HERE, "recipes")


class Variant:
    def __init__(self, cc, m, host, needs):
        self.cc, self.m, self.host, self.needs = cc, m, host, needs


VARIANTS = {
    "": Variant("gcc", "", "x86_64-linux-gnu", ["gcc"]),
    "i386": Variant("gcc", "-m32", "i686-linux-gnu", ["gcc-multilib"]),
    "arm64": Variant("aarch64-linux-gnu-gcc", "", "aarch64-linux-gnu", ["gcc-aarch64-linux-gnu", "libc6-dev-arm64-cross"]),
    "riscv64": Variant("riscv64-linux-gnu-gcc", "", "riscv64-linux-gnu", ["gcc-riscv64-linux-gnu", "libc6-dev-riscv64-cross"]),
}

ASM = r"\b(?:asm|__asm|__asm__)\b"
QUALIFIER = r"(?:volatile|__volatile__|__volatile|goto|inline|__inline__|__inline)\b"
GAP = r"(?:\s|#[^\n]*\n)*"
# An asm *statement*, in preprocessed text. Declarations have asm labels, which follow `)` or a name, and register
# variables; the C library's headers put labels into nearly every unit, so the keyword alone selects everything.
STATEMENT = re.compile("%s%s%s|[;{}:]%s(?:__extension__%s)?%s%s\\(" % (ASM, GAP, QUALIFIER, GAP, GAP, ASM, GAP))


def recipe_names(group=""):
    """The packages of one group: those that every change is tried on, or the `further' ones."""
    return sorted(f[:-3] for f in os.listdir(os.path.join(RECIPES, group)) if f.endswith(".sh"))


def recipe_file(name):
    for group in ("", "further"):
        path = os.path.join(RECIPES, group, name + ".sh")
        if os.path.exists(path):
            return path
    raise obtain.Missing("no such package")


class Package:
    def __init__(self, name, work, apt, jobs, say, results=None):
        self.name, self.apt, self.jobs, self.say = name, apt, jobs, say
        self.base, _, self.variant_name = name.partition(":")
        if self.variant_name not in VARIANTS:
            raise obtain.Missing("no such variant")
        self.variant = VARIANTS[self.variant_name]
        self.work = work
        self.dir = os.path.join(work, name.replace(":", "-"))   # a colon breaks make and libtool
        self.src = os.path.join(self.dir, "src")
        self.results = os.path.join(results or work, name.replace(":", "-"))
        self.recipe = recipe_file(self.base)
        self.header = self.read_header()

    def path(self, name):
        return os.path.join(self.dir, name)

    def read_header(self):
        header = {}
        with open(self.recipe) as f:
            for line in f:
                m = re.match(r"# (source|needs|units|variants): *(.*)", line)
                if m:
                    header[m.group(1)] = m.group(2)
        return header

    def done(self, step):
        return os.path.exists(self.path("done." + step))

    def mark(self, step):
        open(self.path("done." + step), "w").close()

    def unmark(self, *names):
        for name in names:
            if os.path.exists(self.path(name)):
                os.remove(self.path(name))

    def prepare(self):
        """Everything up to cdb.json; each step once."""
        os.makedirs(self.dir, exist_ok=True)
        for step in ("unpack", "configure", "compile", "select"):
            if not self.done(step):
                self.say("%s: %s" % (self.name, step))
                getattr(self, step)()
                self.mark(step)

    def unpack(self):
        obtain.fresh_directory(self.src)
        source = self.header.get("source", self.base)
        if source.startswith("binary "):
            self.apt.unpack_binary(source.split()[1], self.src)
        else:
            self.apt.unpack_source(source, self.src)

    def configure(self):
        self.apt.need(self.variant.needs + self.header.get("needs", "").split())
        if not self.shell("configure", {}):
            raise obtain.Missing("configure failed, see %s" % self.path("log"))

    def compile(self):
        log = self.path("compile.log")
        # make does not log again what it has built, so a build that was stopped starts over from a fresh tree.
        self.unmark("compile.log", "done.unpack", "done.configure")
        # A build on stubs may stop near its end (a program that should have run did nothing); the count below tells.
        self.shell("compile", {"AVOW_CC_LOG": log})
        units = self.read_log(log)
        expected = dict(e.split("=") for e in self.header.get("units", "").split()).get(self.variant_name or "native")
        # A point release may drop a file or two; a build that stopped early loses far more.
        if len(units) < 0.98 * int(expected or 1):
            raise obtain.Missing("%d units compiled, %s expected, see %s" % (len(units), expected or "some", self.path("log")))
        write_json(self.path("all.json"), units)
        self.mark("unpack")
        self.mark("configure")

    @staticmethod
    def read_log(log):
        """The database, without repeats (a file compiled again with the same options)."""
        units, seen = [], set()
        if not os.path.exists(log):
            return units
        with open(log) as f:
            for line in f:
                unit = json.loads(line)
                unit["arguments"] = replay_arguments(unit["arguments"])
                key = json.dumps(unit, sort_keys=True)
                if key not in seen:
                    seen.add(key)
                    units.append(unit)
        return units

    def shell(self, function, env):
        """A function of the recipe, run in the tree."""
        stubs = self.make_stubs()
        cc, cxx = (" ".join([os.path.join(HERE, stub), self.variant.m]).strip() for stub in ("cc-stub", "cxx-stub"))
        environment = dict(os.environ, CC=cc, CXX=cxx, HOST=self.variant.host, M=self.variant.m, VARIANT=self.variant_name,
                           JOBS=str(self.jobs), AVOW_CC_REAL=self.variant.cc, AVOW_CC_STUBS=stubs, LC_ALL="C",
                           DOWNLOADS=self.apt.downloads, **env)
        for name in ("CFLAGS", "CPPFLAGS", "LDFLAGS", "MAKEFLAGS", "MFLAGS", "MAKELEVEL"):
            environment.pop(name, None)
        return obtain.run(["nice", "-n", "10", "sh", "-ec", '. "$0"; %s' % function, self.recipe],
                          self.path("log"), env=environment, cwd=self.src)

    def make_stubs(self):
        """What cc-stub hands out, made once by the variant's real compiler."""
        stubs = self.path("stubs")
        if not os.path.isdir(stubs):
            os.makedirs(stubs)
            cc = [self.variant.cc] + self.variant.m.split()
            program = os.path.join(stubs, "stub.c")
            with open(program, "w") as f:
                f.write("int main(void) { return 0; }\n")
            for options in (["-c", "-x", "c", "/dev/null", "-o", "empty.o"], [program, "-o", "program"],
                            ["-shared", "-x", "c", "/dev/null", "-o", "shared.so"]):
                subprocess.run(cc + options, cwd=stubs, check=True)
            # Parts of a 64-bit build may be 32-bit code; not every compiler can.
            subprocess.run(cc + ["-m32", "-c", "-x", "c", "/dev/null", "-o", "empty32.o"], cwd=stubs, stderr=subprocess.DEVNULL)
        return stubs

    def select(self):
        """cdb.json: the units of all.json that hold an asm statement after preprocessing."""
        units = read_json(self.path("all.json"))
        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            keep = list(pool.map(self.has_asm, units))
        chosen = [u for u, k in zip(units, keep) if k]
        self.say("%s: %d units, %d with asm" % (self.name, len(units), len(chosen)))
        write_json(self.path("cdb.json"), chosen)

    def has_asm(self, unit):
        done = subprocess.run(["nice", "-n", "10", self.variant.cc] + unit["arguments"] + ["-E", "-w", "-o", "-"],
                              cwd=unit["directory"], capture_output=True, stdin=subprocess.DEVNULL)
        # A unit that does not preprocess is kept: the replay lists it as one that fails without the plugin.
        return done.returncode != 0 or bool(STATEMENT.search(done.stdout.decode(errors="replace")))

    def units(self):
        return read_json(self.path("cdb.json"))


def replay_arguments(argv):
    """argv without what names an output or writes dependencies: a replay is -S -o /dev/null."""
    out, skip = [], False
    for arg in argv:
        if skip:
            skip = False
        elif arg in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif not (arg in ("-c", "-MD", "-MMD", "-MP", "-pipe", "-save-temps", "-shared", "-static")
                  or arg.startswith(("-Wp,-MD,", "-Wp,-MMD,", "-MF", "-MT", "-MQ", "-Wl,", "-l", "-L"))
                  or arg.endswith((".o", ".a", ".so", ".lo", ".la"))):
            out.append(arg)
    return out


def read_json(path):
    with open(path) as f:
        return json.load(f)


@contextlib.contextmanager
def written_aside(path):
    """A file to write, renamed at the end: an interrupted run leaves no half file."""
    with open(path + ".new", "w") as f:
        yield f
    os.replace(path + ".new", path)


def write_json(path, value):
    with written_aside(path) as f:
        json.dump(value, f, indent=1)
        f.write("\n")
