"""Counts over the reports of packages, as text and as JSON."""

import collections
import json
import os
import re

import package

COMMENT = re.compile(r"/\*.*?\*/|(?:#|//)[^\n]*", re.S)
TOP = 15


def load(pkg):
    """The statements and units of the last replay, or None."""
    units = os.path.join(pkg.results, "replay.json")
    if not os.path.exists(units):
        return None
    with open(os.path.join(pkg.results, "report.jsonl")) as f:
        statements = [json.loads(line) for line in f]
    return statements, package.read_json(units)


def is_empty(statement):
    return not COMMENT.sub("", statement.get("template") or "").strip(" \t\n;")


def summary(name, statements, units):
    """Everything the tables show about one package."""
    solid = [s for s in statements if not is_empty(s)]
    verdicts = collections.Counter(s.get("verdict") for s in solid)
    decided = verdicts["verified"] + verdicts["violation"]
    return {
        "package": name,
        "units": len(units),
        "outcomes": dict(collections.Counter(u["outcome"] for u in units)),
        "seconds": round(sum(u["seconds"] for u in units), 1),
        "statements": len(statements),
        "nonempty": len(solid),
        "unique": len({s.get("template") for s in solid}),
        "verified": verdicts["verified"],
        "violation": verdicts["violation"],
        "unverified": verdicts["unverified"],
        "decided": round(100.0 * decided / len(solid), 1) if solid else None,
        "findings": findings(statements),
        "reasons": counted(u.get("reason") for s in statements for u in s.get("unverified") or []),
        "unknown": counted(mnemonic(u) for s in statements for u in s.get("unverified") or [] if is_unknown(u)),
        "failed": [u for u in units if u["outcome"] != "ok"],
    }


def counted(values):
    return dict(collections.Counter(v or "?" for v in values).most_common())


def findings(statements):
    """{"RULE LEVEL": [occurrences, distinct defects]}."""
    count, distinct = collections.Counter(), collections.defaultdict(set)
    for s in statements:
        for f in s.get("findings") or []:
            key = "%s %s" % (f.get("rule"), f.get("level"))
            count[key] += 1
            distinct[key].add(defect_key(s, f))
    return {k: [n, len(distinct[k])] for k, n in count.most_common()}


def defect_key(statement, finding):
    return (finding.get("rule"), statement.get("template"), statement.get("file"), statement.get("line"))


def is_unknown(entry):
    return "unknown" in (entry.get("reason") or "") and bool(entry.get("text"))


def mnemonic(entry):
    """The first word of the instruction, after prefixes and labels."""
    words = re.sub(r"^(?:[\w.$]+:\s*)+", "", entry["text"].strip()).split()
    while len(words) > 1 and words[0].rstrip(";") in ("lock", "rep", "repe", "repz", "repne", "repnz", "notrack", "bnd"):
        words.pop(0)
    return words[0] if words else "?"


def merge(rows):
    """The row `all` of several packages."""
    total = {"package": "all"}
    for key in ("units", "seconds", "statements", "nonempty", "unique", "verified", "violation", "unverified"):
        total[key] = round(sum(r[key] for r in rows), 1)
    decided = total["verified"] + total["violation"]
    total["decided"] = round(100.0 * decided / total["nonempty"], 1) if total["nonempty"] else None
    for key in ("outcomes", "reasons", "unknown"):
        merged = collections.Counter()
        for r in rows:
            merged.update(r[key])
        total[key] = dict(merged.most_common())
    total["findings"] = {}
    for r in rows:
        for key, (n, distinct) in r["findings"].items():
            old = total["findings"].get(key, [0, 0])
            total["findings"][key] = [old[0] + n, old[1] + distinct]
    return total


def print_rows(rows):
    titles = ["package", "units", "failed", "stmts", "nonempty", "unique", "verified", "violation", "unverified", "decided%",
              "unit-s"]
    table = [titles]
    for r in rows:
        failed = sum(n for outcome, n in r["outcomes"].items() if outcome != "ok")
        table.append([r["package"], r["units"], failed, r["statements"], r["nonempty"], r["unique"], r["verified"],
                      r["violation"], r["unverified"], "-" if r["decided"] is None else r["decided"], r["seconds"]])
    widths = [max(len(str(row[i])) for row in table) for i in range(len(titles))]
    for row in table:
        print("  ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(row, widths))).rstrip())


def print_details(row, full):
    print_counts("findings by rule and level (occurrences, distinct)",
                 {k: "%d %d" % tuple(v) for k, v in sorted(row["findings"].items(), key=lambda i: -i[1][0])}, full)
    print_counts("unknown instructions", row["unknown"], full)
    print_counts("unverified reasons", row["reasons"], full)


def print_counts(title, counts, full):
    if not counts:
        return
    print("\n%s:" % title)
    items = list(counts.items())
    for key, n in items if full else items[:TOP]:
        print("  %8s  %s" % (n, key))
    if not full and len(items) > TOP:
        print("  %8s  (%d more; --full shows them)" % ("...", len(items) - TOP))


def print_failures(row, limit=10):
    """Units that did not compile; those that fail without the plugin too are the package's own matter."""
    for outcome in ("failed", "timeout", "failed without plugin"):
        units = [u for u in row["failed"] if u["outcome"] == outcome]
        if units:
            print("\n%s: %d units %s:" % (row["package"], len(units), outcome))
        for u in units[:limit]:
            print("  %s: %s" % (u["file"], "; ".join(u["errors"][:1])))


def defects(statements):
    """Distinct defects in source order, each with how often it was seen."""
    seen = collections.OrderedDict()
    for s in statements:
        for f in s.get("findings") or []:
            entry = seen.setdefault(defect_key(s, f), {
                "rule": f.get("rule"), "level": f.get("level"), "kind": f.get("kind"), "file": s.get("file"),
                "line": s.get("line"), "function": s.get("function"), "message": f.get("message"), "text": f.get("text"),
                "fix": f.get("fix"), "template": s.get("template"), "unit": s.get("unit"), "count": 0})
            entry["count"] += 1
    return sorted(seen.values(), key=lambda d: (str(d["rule"]), str(d["file"]), d["line"] or 0))


def print_defects(found):
    for d in found:
        print("%(file)s:%(line)s: %(level)s: %(message)s [%(rule)s] (%(kind)s, in %(function)s, %(count)dx)" % d)
        print("    template: %s" % json.dumps(d["template"]))
        if d["fix"]:
            print("    fix: %s" % (d["fix"] if isinstance(d["fix"], str) else json.dumps(d["fix"])))
