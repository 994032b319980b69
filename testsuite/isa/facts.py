"""The tables against a list of facts (AVOW_TSV; see the notes on the effect data for its columns).

Every form of the list must fit a row that states the same facts.  Where the tables differ on purpose,
testsuite/isa/differences says so and why.
"""
import collections
import os
import re

from forms import decide_sizes
from tables import (ADDR, FLAGS, FLOWS, HERE, IMM, K, LOCS, NAMES, R, RC, REGNO, REGS, ROWS, TARGET, W, WC, props, regwidth,
                    width)

NOREVERSE_NAMES = set('enter bound lcall ljmp'.split())


def tsv_rows(path):
    for no, line in enumerate(open(path)):
        if no < 2:
            continue
        f = line.rstrip('\n').split('\t')
        yield no + 1, f


def tsv_operand(t):
    """(kinds, register width, memory width, access, register name) of 'kind:role'."""
    k, role = t.split(':')
    k = k.lstrip('*')
    m = re.match(r'([xyz])mm(?:\.(\d+))?$', k)
    if m:
        return 'VEC', {'x': 16, 'y': 32, 'z': 64}[m.group(1)], int(m.group(2) or 0) // 8, None, role
    m = re.match(r'r(8|16|32|64)$', k)
    if m:
        return 'GPR', int(m.group(1)) // 8, 0, None, role
    m = re.match(r'm(\d+)$', k)
    if m:
        return 'MEM', int(m.group(1)) // 8, 0, None, role
    m = re.match(r'mm(?:\.(\d+))?$', k)
    if m:
        return 'MM', 8, int(m.group(1) or 0) // 8, None, role
    m = re.match(r'vm(32|64)([xyz])$', k)
    if m:
        return 'VSIB', {'x': 16, 'y': 32, 'z': 64}[m.group(2)], 0, None, role
    if k.startswith('imm'):
        return 'IMM', 0, 0, None, role
    simple = {'1': 'ONE', 'agen': 'MEM', 'rel': 'REL', 'sti': 'ST', 'sreg': 'SEG', 'cr': 'CR', 'dr': 'DR', 'bnd': 'BND',
              'tmm': 'TMM', 'k': 'MASK'}
    if k in simple:
        return simple[k], 0, 0, None, role
    if k in REGNO:
        return 'FIXED', REGS[REGNO[k]][2], 0, k, role
    raise ValueError(t)


def match_row(ops, cand, mode, enc):
    """Does the form fit the candidate?  Returns (s, n) or None."""
    row = ROWS[cand[0]]
    if len(ops) != len(row['ops']) or not row['modes'] & (1 if mode == 64 else 2) or 'LVEXA'[row['enc']] != enc:
        return None
    for s, n in decide_sizes(row, cand, mode):
        if all(fits(o, t, s, n, mode) for o, t in zip(row['ops'], ops)):
            return s, n
    return None


def fits(o, t, s, n, mode):
    kind, w, access, name, role = t
    if kind == 'FIXED':
        r = REGS[REGNO[name]]
        if o[0] & K['FIXED']:
            f = REGS[o[4]]
            if (r[1], r[2], r[3]) == (f[1], f[2], f[3]):
                return True
        cls = ['GPR', 'VEC', 'MM', 'MASK', 'ST', 'SEG'][r[4]] if r[4] < 6 else None
        return bool(cls and o[0] & K[cls]) and regwidth(o, s, n, mode) in (0, r[2])
    if not o[0] & K[kind] and not (kind == 'ONE' and o[0] & K['IMM']):
        return False
    if kind in ('GPR', 'VEC'):
        return regwidth(o, s, n, mode) == w
    if kind == 'MEM' and w:
        return width(o[3], s, n, mode) in (0, w)
    return True


ROLES = {'r': R, 'w': W, 'rw': R | W, 'cr': RC, 'cw': WC, 'rcw': R | WC, 'crw': RC | W, 'a': ADDR, 'i': IMM}


def rolename(v):
    s = ''.join(n for n, b in (('r', R), ('cr', RC), ('w', W), ('cw', WC), ('a', ADDR), ('i', IMM)) if v & b)
    return s or '-'


def implicit_facts(row, s, n, mode):
    """({register: role}, {memory}) with names as in the list."""
    regs, mem = {}, set()
    for loc, role, w, shift, is_mem in row['imps']:
        bytes_ = width(w, s, n, mode)
        if is_mem == 2:
            mem.add(rolename(role) + str(bytes_) + '@op')
            continue
        if is_mem:
            mem.add('%s%d@%s' % (rolename(role), bytes_, LOCS[loc][0]))
        else:
            regs[(LOCS[loc][0], bytes_ or LOCS[loc][2], shift)] = role
    return regs, mem


def tsv_regs(reads, writes):
    out = collections.defaultdict(int)
    for n in [] if reads == '-' else reads.split(','):
        out[tsv_reg(n)] |= R
    for n in [] if writes == '-' else writes.split(','):
        c = n.endswith('?')
        out[tsv_reg(n.rstrip('?'))] |= WC if c else W
    return dict(out)


def tsv_reg(n):
    m = re.match(r'st(\d)$', n)
    if m:
        n = 'st' if n == 'st0' else 'st(%s)' % m.group(1)
    n = {'tscaux': 'tsc_aux'}.get(n, n)
    r = REGS[REGNO[n]]
    return LOCS[r[1]][0], r[2], r[3]


def tsv_flags(text):
    f = dict(r=set(), w=set(), u=set(), c=set(), z=set(), o=set(), x87=False)
    for part in [] if text == '-' else text.split(' '):
        cls, names = part.split(':')
        for n in names.split(','):
            if n.startswith('fc'):
                f['x87'] = True
                continue
            c = cls.rstrip('?')
            f[{'t': 'r', 'w': 'w', '0': 'w', '1': 'w', 'u': 'u'}[c]].add(n)
            if cls.endswith('?'):
                f['c'].add(n)
            if c in '01':
                f['z' if c == '0' else 'o'].add(n)
    return f


def row_flags(row, cand):
    def names(v):
        return {n for i, n in enumerate(FLAGS) if v >> i & 1}
    return dict(r=names(row['fr'] | cand[2]), w=names(row['fw']), u=names(row['fu']), c=names(row['fc']),
                z=names(row['f0']), o=names(row['f1']))


CLASS_PROPS = {'lockable': 'LOCKABLE', 'atomic': 'ATOMIC', 'nondet': 'NONDET', 'io': 'IO', 'fence': 'FENCE',
               'serial': 'SERIAL', 'priv0': 'PRIV', 'nt': 'NT', 'prefetch': 'PREFETCH', 'zeroidiom': 'ZEROIDIOM',
               'onesidiom': 'SAMEIDIOM', 'mxcsr_rw': 'MXCSR', 'mmx_clobbers_x87': 'MMX', 'k:m': 'KMERGE', 'k:mz': 'KZERO',
               'gather': 'GATHER', 'scatter': 'SCATTER', 'maskedmem': 'MASKEDMEM', 'bitbase': 'BITBASE', 'src4': 'SRC4',
               'hwfix:kpair_even+odd_w': 'KPAIR'}
REPEATS = {'+rep': 'REP', '+repe': 'REPE'}


def compare(f, ops, cand, s, n, mode):
    """Facts that the row and the form disagree on: [(field, row says, list says)]."""
    row = ROWS[cand[0]]
    out = []
    modes, name, suf, _, ir, iw, flags, mem, sp, x87, flow, cls, enc, isa = f[:14]
    classes = set(cls.split(',')) - {'-'}
    for i, (o, t) in enumerate(zip(row['ops'], ops)):
        kind, w, access, reg, role = t
        have = o[5] & ~(TARGET | IMM)
        want = ROLES.get(role, 0) & ~IMM
        if kind in ('IMM', 'ONE', 'REL'):
            have = want = 0
        if have != want:
            out.append(('role%d' % (i + 1), rolename(have), rolename(want)))
        if kind in ('VEC', 'MM') and not have & ADDR:
            acc = o[2] or width(o[1], s, n, mode)
            # The list has no access widths for EVEX scalars: the memory alternative tells.
            if acc != (access or w) and not (access == 0 and row['enc'] and (
                    have & W or o[0] & K['MEM'] and acc == width(o[3], s, n, mode))):
                out.append(('access%d' % (i + 1), acc, access or w))
    regs, mems = implicit_facts(row, s, n, mode)
    want = tsv_regs(ir, iw)
    regs, want = norm_regs(regs, row), norm_regs(want, row)
    if regs != want:
        out.append(('implicit', show_regs(regs, want), show_regs(want, regs)))
    wm = set() if mem == '-' else {norm_mem(m) for m in mem.split(',')}
    if mems != wm:
        out.append(('memory', ' '.join(sorted(mems - wm)) or '-', ' '.join(sorted(wm - mems)) or '-'))
    rf, tf = row_flags(row, cand), tsv_flags(flags)
    for k, label in (('r', 'flags read'), ('w', 'flags written'), ('u', 'flags undefined'), ('c', 'flags conditional'),
                     ('z', 'flags 0'), ('o', 'flags 1')):
        if rf[k] != tf[k]:
            out.append((label, ','.join(sorted(rf[k] - tf[k])) or '-', ','.join(sorted(tf[k] - rf[k])) or '-'))
    want_sp = sp
    have_sp = '-' if row['sign'] == 0 else 'rbp' if row['sign'] == 2 else str(row['sign'] * width(row['stack'], s, n, mode))
    if have_sp != want_sp:
        out.append(('stack', have_sp, want_sp))
    if row['x87'] != (0 if x87 == '-' else int(x87)):
        out.append(('x87', row['x87'], x87))
    wf = {'-': 'next', 'int': 'syscall'}.get(flow, flow)
    if FLOWS[row['flow']] != wf:
        out.append(('flow', FLOWS[row['flow']], wf))
    rp = props(row)
    for c, p in CLASS_PROPS.items():
        have = p in rp
        if p in ('LOCKABLE', 'ZEROIDIOM', 'SAMEIDIOM', 'ATOMIC', 'BITBASE') and not class_applies(p, ops):
            continue
        if have != (c in classes):
            out.append(('class', p if have else '-', c if c in classes else '-'))
    for c in classes & set(REPEATS):
        if REPEATS[c] not in rp:
            out.append(('class', '-', c))
    b = [int(c[4:]) // 8 for c in classes if c.startswith('bcst')]
    if any(o[0] & K['MEM'] for o in row['ops']) and row['bcst'] != (b[0] if b else 0):
        out.append(('bcst', row['bcst'], b))
    if any(t[0] == 'MEM' for t in ops):
        al = [c for c in classes if re.match(r'align\d*$', c)]
        if bool(al) != bool(row['align']):
            out.append(('align', row['align'], al))
    return out


def class_applies(p, ops):
    mem = any(t[0] == 'MEM' for t in ops)
    if p in ('ZEROIDIOM', 'SAMEIDIOM'):
        return not mem and not any(t[0] in ('IMM', 'FIXED') for t in ops)
    return bool(ops) and ops[0][0] == 'MEM'


def norm_regs(d, row):
    out = collections.defaultdict(int)
    for (a, b, c), v in d.items():
        if a in ('x87control', 'x87tag', 'xcr0', 'mxcsr', 'msrs') or a[0] == 'z' and b > 16:
            pass
        if row['enc'] != 0 and a[0] == 'z':
            b = 16
        out[(a, b, c)] |= v
    return dict(out)


def show_regs(a, b):
    return ' '.join('%s.%d%s:%s' % (k[0], k[1], '@%d' % k[2] if k[2] else '', rolename(v))
                    for k, v in sorted(a.items()) if b.get(k) != v) or '-'


def norm_mem(m):
    g = re.match(r'((?:c?r)?(?:c?w)?)(\d+)@(\w+)$', m)
    return g.group(1) + g.group(2) + '@' + LOCS[REGS[REGNO[g.group(3)]][1]][0]


def names_of(name, suf):
    """Spellings of the form, most telling one first."""
    letters = suf.replace('-', '').replace('!', '')
    out = [name + c for c in letters if c in 'bwlqs']
    if suf.startswith(('-', '!')) or not letters:
        out.append(name)
    return out


def load_differences():
    out = []
    path = os.path.join(HERE, 'differences')
    if os.path.exists(path):
        for no, l in enumerate(open(path), 1):
            l = l.split('#')[0].strip()
            if l:
                f = l.split(None, 2)
                out.append([re.compile(f[0] + '$'), re.compile(f[1] + '$'), no, 0])
    return out


def without_repeat(f):
    """A form with a repeat prefix as one without: the model adds the count, and the doubt that comes with it.  The
    row must allow the prefix, which is one more class here."""
    m = re.match(r'(rep(?:e|ne)?) (\w.*)', f[1])
    if not m or f[10] == 'ret':
        return f[:1] + [m.group(2)] + f[2:] if m else f
    f = list(f)
    f[1] = m.group(2)
    f[3] = re.sub(r':c(\w+)', r':\1', f[3])
    reads, writes = ([n for n in x.split(',') if n.rstrip('?') not in ('rcx', 'ecx')] for x in f[4:6])
    f[4] = ','.join(reads) or '-'
    f[5] = ','.join(n.rstrip('?') for n in writes) or '-'
    f[6] = f[6].replace('t:zf,df', 't:df').replace('?:', ':')
    f[7] = re.sub(r'\bc([rw])', r'\1', f[7])
    f[10] = '-'
    f[11] += ',+rep' if m.group(1) == 'rep' else ',+repe'
    return f


def check_facts(path):
    differences = load_differences()
    missing_names, unfit, wrong, ok = collections.Counter(), [], collections.OrderedDict(), 0
    for no, f in tsv_rows(path):
        if f[1] in ('rep bsf', 'rep bsr'):
            continue  # tzcnt and lzcnt on some processors; the model takes the older meaning
        f = without_repeat(f)
        modes, name, suf, optext = f[:4]
        ops = [] if optext == '-' else [tsv_operand(t) for t in optext.split(',')]
        found = any(x in NAMES for x in names_of(name, suf))
        if not found:
            missing_names[name] += 1
            continue
        for mode in (64, 32) if modes == 'both' else (int(modes),):
            diffs = best_match(f, ops, name, suf, mode)
            if diffs is None:
                if not excused(differences, name, 'form'):
                    unfit.append((no, mode, name, suf, optext))
                continue
            bad = [d for d in diffs[1] if not excused(differences, name, d[0])]
            for d in bad:
                key = (name, diffs[0]['file'], diffs[0]['line']) + tuple(map(str, d))
                wrong.setdefault(key, []).append((no, optext))
            ok += not bad
    for u in unfit:
        print('no row fits form %d (%d-bit): %s %s %s' % u)
    for k, v in wrong.items():
        print('%s:%d: %s: %s: row says %s, list says %s (form %d %s%s)' %
              (k[1], k[2], k[0], k[3], k[4], k[5], v[0][0], v[0][1], ', %d more' % (len(v) - 1) if len(v) > 1 else ''))
    for n, c in missing_names.items():
        print('no such mnemonic: %s (%d forms)' % (n, c))
    stale = [line for _, _, line, used in differences if not used]
    for line in stale:
        print('differences:%d: not needed' % line)
    print('facts: %d forms agree, %d disagree in %d ways, %d fit no row, %d mnemonics missing' %
          (ok, sum(len(v) for v in wrong.values()), len(wrong), len(unfit), len(missing_names)))
    return ok, len(wrong) + len(unfit) + len(missing_names) + len(stale)


def excused(differences, name, field):
    for d in differences:
        if d[0].match(name) and d[1].match(field):
            d[3] += 1
            return True
    return False


def best_match(f, ops, name, suf, mode):
    """(row, disagreements) of the first candidate that fits, trying all spellings."""
    best = None
    for spelled in names_of(name, suf):
        for cand in NAMES.get(spelled, []):
            row = ROWS[cand[0]]
            o = ops if 'NOREVERSE' in props(row) else ops[::-1]
            m = match_row(o, cand, mode, f[12])
            if m is None:
                continue
            d = compare(f, o, cand, m[0], m[1], mode)
            if best is None or len(d) < len(best[1]):
                best = (row, d)
    return best
