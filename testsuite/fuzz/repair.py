#!/usr/bin/python3
"""repair.py - mode=fix never turns a program that compiles into one that does not.

  repair.py [-n N] [--seed S] [UNIT.i...]

Without units: N random functions, each with an asm statement that takes many registers and promises too little, are compiled
with several options, first without the plugin and then with mode=fix. With units (preprocessed sources): promises are
taken from their asm statements, N times each.  Whatever compiles without must compile with it, to object code.  Then
the same with the mended source (patch=FILE) where a patch is offered.  The seed is printed; the last line is
"N passed, N failed".  Reads CC, PLUGIN and TMP from the environment.
"""
import argparse
import concurrent.futures
import os
import random
import re
import subprocess
import sys
import tempfile

CC, PLUGIN = os.environ.get("CC", "gcc").split(), os.environ["PLUGIN"]
OPTIONS = ["-O0", "-O2", "-O3 -fno-omit-frame-pointer", "-O2 -fPIC -fno-omit-frame-pointer", "-m32 -O0",
           "-m32 -fPIC -O0 -fno-omit-frame-pointer", "-m32 -fPIC -O0", "-m32 -O2 -fPIC", "-m32 -O2 -fno-omit-frame-pointer",
           "-m32 -O1 -fPIC -fno-omit-frame-pointer", "-Os -flto -ffat-lto-objects"]

# ---- random functions ---------------------------------------------------------------------------

FIXED = {"a": "eax", "b": "ebx", "c": "ecx", "d": "edx", "S": "esi", "D": "edi"}


def lines_for(rng, ops, outputs):
    """Instructions: (text, the registers that they take)."""
    pointers = [i for i, o in enumerate(ops) if o[0] == "p"]
    values = [i for i, o in enumerate(ops) if o[0] == "v"]
    memories = [i for i, o in enumerate(ops) if o[0] == "m"]
    out, used = [], set()
    for _ in range(rng.randint(1, 6)):
        scratch = rng.choice(["eax", "ebx", "ecx", "edx", "esi", "edi"])
        kind = rng.randint(0, 7)
        if kind <= 2 and pointers:
            p, off = rng.choice(pointers), rng.choice([0, 0, 4, 8, -4, 16, 64])
            used.add(scratch)
            out.append(rng.choice(["movl %d(%%%d), %%%%%s", "addl %d(%%%d), %%%%%s"]) % (off, p, scratch))
            if rng.random() < .5:
                out.append("movl %%%%%s, %d(%%%d)" % (scratch, off, rng.choice(pointers)))
        elif kind == 3 and pointers:
            out.append("movl $%d, %d(%%%d)" % (rng.randint(0, 9), rng.choice([0, 4, 12]), rng.choice(pointers)))
        elif kind == 4 and values:
            out.append(rng.choice(["incl %%%d", "addl $3, %%%d", "movl $1, %%%d", "negl %%%d"]) % rng.choice(values))
        elif kind == 5 and outputs:
            out.append(rng.choice(["movl $1, %%%d", "incl %%%d", "addl %%%%eax, %%%d"]) % rng.choice(outputs))
        elif kind == 6 and memories:
            out.append(rng.choice(["incl %%%d", "movl $1, %%%d", "addl $1, %%%d"]) % rng.choice(memories))
        else:
            out.append(rng.choice(["cpuid", "movl $7, %%ebp", "pushf; popf", "rdtsc", "mull %%ecx", "movd %%eax, %%xmm3",
                                   "xorl %%edi, %%edi", "fld1; fstp %%st(0)", "movl $0, %%ebx"]))
    return out


def operand(rng, k, used):
    """(kind, constraint, expression) of input K."""
    kind = rng.choice("pppvvm")
    if kind == "p":
        c = rng.choice(["r", "r", "r", "S", "D", "b", "c", "r"])
        e = rng.choice(["p%d" % (k % 4), "&l%d" % (k % 3), "arr", "&arr[i]", "&glob", "s->next", "p0 + %d" % k, "&s->a[i]",
                        "&garr[i]", "(int *) cp"])
    elif kind == "v":
        c, e = rng.choice(["r", "r", "q", "a", "d", "c", "rm", "g", "ri"]), rng.choice(["i", "j", "l0 + i", "glob", "5", "s->n"])
    else:
        c, e = "m", rng.choice(["l%d" % (k % 3), "glob", "arr[1]", "*p1", "s->n", "garr[i]", "p0[i]"])
    if c in FIXED:
        if c in used:
            c = "r"
        used.add(c)
    return kind, c, e


def function(rng, number):
    ops, outs, used = [], [], set()
    for k in range(rng.randint(0, 3)):
        c = rng.choice(["=r", "=r", "+r", "=&r", "=a", "=d", "=b", "=m", "=q", "+m", "=rm"])
        letter = c[-1]
        if letter in FIXED and letter in used:
            c = "=r"
        used.add(letter if letter in FIXED else "")
        outs.append((c, "l%d" % k))
        ops.append(("m" if letter == "m" else "v", c, "l%d" % k))
    for k in range(rng.randint(1, 5)):
        ops.append(operand(rng, k, used))
    clobbers = rng.sample(["eax", "ebx", "ecx", "edx", "esi", "edi", "cc", "xmm0", "memory"], rng.randint(0, 2))
    clobbers = [c for c in clobbers if c not in {FIXED[u] for u in used if u in FIXED}]
    body = lines_for(rng, ops, list(range(len(outs))))
    text = ("int f%d (int *p0, int *p1, int *p2, int *p3, int i, int j, struct s *s, char *cp)\n{\n"
            "  int l0 = i, l1 = j, l2 = 3, arr[4] = { 1, i, j, 4 };\n" % number)
    text += '  asm volatile ("%s"\n' % "\\n\\t".join(body)
    text += "    : " + ", ".join('"%s" (%s)' % o for o in outs) + "\n"
    text += "    : " + ", ".join('"%s" (%s)' % o[1:] for o in ops[len(outs):])
    text += "\n    : " + ", ".join('"%s"' % c for c in clobbers) if clobbers else ""
    text += ");\n  return l0 + l1 + l2 + arr[0] + arr[1] + i * j + *p0 + *p1 + *p2 + *p3 + s->n;\n}\n"
    return text


def generated(seed, n):
    rng = random.Random(seed)
    head = "struct s { int n, a[4]; int *next; };\nint glob, garr[9];\n"
    for k in range(n):
        yield "f%d" % k, head + function(rng, k), OPTIONS


# ---- mutated units -------------------------------------------------------------------------------

KEYWORD = re.compile(r"\b(asm|__asm__|__asm)\b[\s\w]*\(")
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|.', re.S)


def sections(text, start):
    """The colons of the statement whose parenthesis opens before START, and where it closes."""
    depth, colons, p = 1, [], start
    while p < len(text):
        t = TOKEN.match(text, p).group()
        depth += (t in "([{") - (t in ")]}") if len(t) == 1 else 0
        if not depth:
            return colons, p
        if t == ":" and depth == 1:
            colons.append(p)
        p += len(t)
    return colons, p


def mutate(text, rng):
    """TEXT with some promises taken away."""
    out, last = "", 0
    for m in KEYWORD.finditer(text):
        if m.start() < last:
            continue
        colons, end = sections(text, m.end())
        if not colons or "goto" in m.group():
            continue
        part = text[colons[0]:end]
        if len(colons) == 3 and rng.random() < .7:
            part = text[colons[0]:colons[2]]
            if rng.random() < .5:
                kept = [c for c in re.findall(r'"[^"]*"', text[colons[2]:end]) if rng.random() < .5]
                part += ": " + ", ".join(kept) if kept else ""
        if rng.random() < .5:
            part = re.sub(r'"=&', '"=', part)
        if rng.random() < .3:
            part = part.replace('"+', '"=', 1)
        out += text[last:colons[0]] + part
        last = end
    return out + text[last:]


def mutated(units, seed, n):
    rng = random.Random(seed)
    for unit in units:
        with open(unit, encoding="latin-1") as f:
            first, text = f.readline(), f.read()
        options = first[3:].split("*/")[0].strip() if first.startswith("/* ") else "-O2"
        levels = ["-O0", "-O2"] + (["-O0 -fPIC -fno-omit-frame-pointer", "-O2 -fPIC"] if "-m32" in options else [])
        for k in range(n):
            yield "%s/%d" % (os.path.basename(unit), k), mutate(text, rng), [options + " " + o for o in levels]


# ---- one case ------------------------------------------------------------------------------------

def compiles(options, name, cwd, *plugin):
    command = CC + options.split() + ["-w", "-c", "-o", name + ".o", name] + list(plugin)
    done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace")
    return done.returncode == 0, done.stdout


def check(case):
    """(compared, repaired, patched, what is wrong)."""
    name, text, options = case
    wrong, compared, patched = [], 0, 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMP")) as tmp:
        for option in options:
            for f in os.listdir(tmp):
                os.remove(os.path.join(tmp, f))
            with open(tmp + "/t.c", "w", encoding="latin-1") as f:
                f.write(text)
            if not compiles(option, "t.c", tmp)[0]:
                continue
            compared += 1
            ok, said = compiles(option, "t.c", tmp, "-fplugin=" + PLUGIN, "-fplugin-arg-avow-mode=fix")
            if not ok:
                wrong.append((option, "mode=fix", said))
            ok, said = compiles(option, "t.c", tmp, "-fplugin=" + PLUGIN, "-fplugin-arg-avow-mode=audit",
                                "-fplugin-arg-avow-patch=p")
            if os.path.exists(tmp + "/p") and os.path.getsize(tmp + "/p"):
                patched += 1
                applied = subprocess.run(["patch", "-p1", "-s", "-i", "p"], cwd=tmp, capture_output=True, text=True)
                ok, said = compiles(option, "t.c", tmp)
                if applied.returncode or not ok:
                    wrong.append((option, "the patched source", applied.stdout + said))
    return compared, patched, wrong


def main():
    p = argparse.ArgumentParser()
    p.add_argument("units", nargs="*")
    p.add_argument("-n", type=int, default=200)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--keep", metavar="DIR", help="where to put what fails")
    p.add_argument("-j", type=int, default=os.cpu_count())
    args = p.parse_args()
    print("seed %d" % args.seed)
    passed = failed = patched = 0
    cases = mutated(args.units, args.seed, args.n) if args.units else generated(args.seed, args.n)
    with concurrent.futures.ThreadPoolExecutor(args.j) as pool:
        todo = list(cases)
        for case, (compared, n, wrong) in zip(todo, pool.map(check, todo)):
            passed += compared - len({w[0] for w in wrong})
            failed += len({w[0] for w in wrong})
            patched += n
            for option, what, said in wrong:
                print("FAIL: %s %s: %s does not compile: %s" % (case[0], option, what, said.strip()[:400]), flush=True)
                if args.keep:
                    os.makedirs(args.keep, exist_ok=True)
                    with open(os.path.join(args.keep, case[0].replace("/", "-") + ".c"), "w", encoding="latin-1") as f:
                        f.write("/* %s */\n%s" % (option, case[1]))
    print("%d compiles, %d of them with a patch" % (passed + failed, patched))
    print("%d passed, %d failed" % (passed, failed))
    return failed > 0 or not passed


sys.exit(main())
