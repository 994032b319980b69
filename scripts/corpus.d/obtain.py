"""Debian packages through a private apt configuration: nothing on the system changes except what need() installs."""

import os
import shutil
import subprocess

# The sources are the system's own Debian ones; no host is named here.
INDEX_FORMAT = "$(ORIGIN)|$(REPO_URI) $(RELEASE) $(COMPONENT)"
APT_CONF = """\
Dir::State::lists "%(dir)s/lists";
Dir::Cache "%(dir)s/cache";
Dir::Etc::sourcelist "%(dir)s/sources.list";
Dir::Etc::sourceparts "-";
Acquire::Languages "none";
Acquire::Retries "2";
APT::Sandbox::User "root";
"""


class Missing(Exception):
    """A package that cannot be had here: skipped, and said so."""


def run(argv, log, **kw):
    """Runs argv with its output appended to the file log; true if it succeeded."""
    with open(log, "a") as f:
        f.write("+ %s\n" % " ".join(argv))
        f.flush()
        return subprocess.run(argv, stdout=f, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **kw).returncode == 0


class Apt:
    def __init__(self, work, release=None):
        """RELEASE: that of Debian, instead of the system's own and its updates."""
        self.release = release
        self.dir = os.path.join(work, "apt")
        self.log = os.path.join(self.dir, "log")
        self.conf = os.path.join(self.dir, "apt.conf")
        self.downloads = os.path.join(work, "download")
        self.env = dict(os.environ, APT_CONFIG=self.conf, DEBIAN_FRONTEND="noninteractive", LC_ALL="C")
        self.releases = []

    def setup(self):
        """Writes the configuration and fetches the indexes, once per work area."""
        if self.releases:
            return
        for sub in ("lists/partial", "cache/archives/partial"):
            os.makedirs(os.path.join(self.dir, sub), exist_ok=True)
        os.makedirs(self.downloads, exist_ok=True)
        suites = self.system_suites()
        if self.release:
            # Updates have a hyphen in their names; the first word is the place, the rest the components.
            main = [s.split(" ") for s in suites if "-" not in s.split(" ")[1]]
            suites = [" ".join([s[0], self.release] + s[2:]) for s in main[:1]]
        self.releases = [s.split()[1] for s in suites]
        with open(self.conf, "w") as f:
            f.write(APT_CONF % {"dir": self.dir})
        with open(os.path.join(self.dir, "sources.list"), "w") as f:
            f.writelines("%s %s\n" % (kind, s) for s in suites for kind in ("deb", "deb-src"))
        done = os.path.join(self.dir, "updated")
        if not os.path.exists(done):
            if not run(["apt-get", "-q", "update"], self.log, env=self.env):
                raise Missing("apt-get update failed, see %s" % self.log)
            open(done, "w").close()

    @staticmethod
    def system_suites():
        out = subprocess.run(["apt-get", "indextargets", "--format", INDEX_FORMAT, "Created-By: Packages"],
                             capture_output=True, text=True, check=True).stdout
        lines = [line.partition("|")[::2] for line in out.splitlines()]
        # The shortest release first: the stable one, whose files stay on a mirror longest.
        return sorted({s for origin, s in lines if origin == "Debian"}, key=lambda s: len(s.split()[1]))

    def source(self, name):
        """The .dsc of source package NAME. A mirror may lack one version's files and have another's."""
        self.setup()
        where = os.path.join(self.downloads, name)
        os.makedirs(where, exist_ok=True)
        marker = os.path.join(where, "dsc")
        if not os.path.exists(marker):
            for release in self.releases:
                if run(["apt-get", "-q", "source", "--download-only", "%s/%s" % (name, release)], self.log,
                       env=self.env, cwd=where):
                    break
            else:
                raise Missing("no source package can be fetched, see %s" % self.log)
            dsc = max((f for f in os.listdir(where) if f.endswith(".dsc")), key=lambda f: self.complete(where, f))
            with open(marker, "w") as f:
                f.write(dsc)
        with open(marker) as f:
            return os.path.join(where, f.read())

    @staticmethod
    def complete(where, dsc):
        """A failed attempt may have left a .dsc without its files."""
        with open(os.path.join(where, dsc)) as f:
            files = [line.split()[2] for line in f if line.startswith(" ") and len(line.split()) == 3]
        return all(os.path.exists(os.path.join(where, name)) for name in files)

    def unpack_source(self, name, dest):
        dsc = self.source(name)
        if not run(["dpkg-source", "--no-check", "-x", dsc, dest], self.log):
            raise Missing("dpkg-source failed on %s, see %s" % (dsc, self.log))

    def unpack_binary(self, name, dest):
        """The content of a binary package, unpacked but not installed."""
        self.setup()
        where = os.path.join(self.downloads, name)
        os.makedirs(where, exist_ok=True)
        if not any(f.endswith(".deb") for f in os.listdir(where)):
            if not run(["apt-get", "-q", "download", name], self.log, env=self.env, cwd=where):
                raise Missing("%s cannot be fetched, see %s" % (name, self.log))
        deb = [f for f in os.listdir(where) if f.endswith(".deb")][0]
        if not run(["dpkg-deb", "-x", os.path.join(where, deb), dest], self.log):
            raise Missing("dpkg-deb failed on %s" % deb)

    def need(self, packages):
        """Installs what a build cannot do without."""
        absent = [p for p in packages if not installed(p)]
        if not absent:
            return
        self.setup()
        if not run(["apt-get", "-q", "-y", "--no-install-recommends", "install"] + absent, self.log, env=self.env):
            raise Missing("cannot install %s, see %s" % (" ".join(absent), self.log))


def installed(package):
    out = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}\n", package], capture_output=True, text=True)
    return "installed" in out.stdout.split()


def fresh_directory(path):
    if os.path.isdir(path):
        shutil.rmtree(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
