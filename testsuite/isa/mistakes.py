"""Would the comparison notice a wrong row?  Mistakes put into what avow says, for check-compare --mistakes."""
import oracles


def without(masks, loc):
    out = oracles.Masks(masks)
    del out[loc]
    return out


def mistakes(a):
    """(what, facts) for each effect of A left out, and for one that is too many."""
    for loc in a.writes:
        yield 'write left out', a._replace(writes=without(a.writes, loc))
    for loc in a.reads:
        yield 'read left out', a._replace(reads=without(a.reads, loc))
    for flag in a.flags:
        yield 'flag left out', a._replace(flags={n: w for n, w in a.flags.items() if n != flag})
    if a.memory:
        yield 'memory left out', a._replace(memory=a.memory[1:])
    more = oracles.Masks(a.writes)
    more.add(oracles.LOCNO['rdi' if oracles.LOCNO['rdi'] not in a.writes else 'rsi'], 0xff)
    if more != a.writes:
        yield 'write too many', a._replace(writes=more)


def noticed(words_of, excuses, a, wrong, answers):
    """Does some oracle object to WRONG, beyond what it has against A anyway?"""
    for oracle in ('zydis', 'llvm'):
        if answers[oracle] is not None:
            new = set(words_of(oracle, wrong, answers[oracle])) - set(words_of(oracle, a, answers[oracle]))
            if any(not excuses(oracle, w) for w in new):
                return True
    return False
