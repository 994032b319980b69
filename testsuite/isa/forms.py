"""Every row of the tables written out: each mnemonic it expands to, each operand alternative, each size and
vector length, in each mode that it claims, and with every mask, broadcast and rounding that it allows.

make_forms() gives the forms; assemble_forms() asks GNU as, which must accept one of a form's texts.  Extensions
for which x86.regs has the assembler's name may be too new for it: known_forms() leaves their forms out when
the assembler does not know that name.
"""
import os
import re
import subprocess
import tempfile

from tables import TOP, CODES, EVEX, K, NAMES, REGS, ROWS, TARGET, VEX, props, regwidth, width

GPRS = {1: 'al cl dl bl'.split(), 2: 'ax cx dx bx'.split(), 4: 'eax ecx edx ebx'.split(), 8: 'rax rcx rdx rbx'.split()}
CLASS_REG = [('MM', 'mm{}'), ('MASK', 'k{}'), ('ST', 'st({})'), ('SEG', 'fs'), ('CR', 'cr0'), ('DR', 'dr{}'),
             ('BND', 'bnd{}'), ('TMM', 'tmm{}')]


def spell(o, alt, pos, s, n, mode, imm, mem):
    """AT&T text of alternative ALT of operand O, or None."""
    base = '%rax' if mode == 64 else '%eax'
    star = '*' if o[5] & TARGET and alt != 'REL' else ''
    if alt == 'GPR':
        w = regwidth(o, s, n, mode)
        return star + '%' + GPRS[w][pos] if w in GPRS and (w < 8 or mode == 64) else None
    if alt == 'VEC':
        w = regwidth(o, s, n, mode)
        return '%%%smm%d' % ({16: 'x', 32: 'y', 64: 'z'}[w], pos + 1) if w in (16, 32, 64) else None
    if alt == 'MEM':
        return star + (mem[pos] if isinstance(mem, list) else mem).replace('%B', base)
    if alt == 'VSIB':
        w = width(o[1], s, n, mode)
        return '(%s,%%%smm5)' % (base, {16: 'x', 32: 'y', 64: 'z'}[max(w, 16)])
    if alt == 'IMM':
        return imm
    if alt == 'ONE':
        return '$1'
    if alt == 'REL':
        return '.'
    if alt == 'FIXED':
        return '%' + REGS[o[4]][0]
    for k, t in CLASS_REG:
        if k == alt:
            if k == 'ST':
                return '%st(2)'
            return '%' + t.format(pos + (2 if k == 'MASK' else 1))  # k1 is the write mask of decorations()
    raise KeyError(alt)


def decide_sizes(row, cand, mode):
    if cand[1]:
        sizes = [cand[1]]
    else:
        sizes = [b for b in (1, 2, 4, 8) if row['sizes'] & b] or [0]
    lens = [b for b in (16, 32, 64) if row['lens'] & b] or [0]
    uses_s = any(CODES.get(o[1]) in ('s', 's2') or CODES.get(o[3]) in ('s', 's2') for o in row['ops'])
    for s in sizes:
        if s == 8 and mode == 32 and (uses_s or not row['ops']):
            continue
        for n in lens:
            yield s, n


def fixes_size(row, alts, n, code):
    """Do the chosen alternatives say what the size (code 's') or length ('n') is?"""
    for o, a in zip(row['ops'], alts):
        if a in ('GPR', 'VEC', 'VSIB') and CODES.get(o[1]) == code:
            return True
        if a in ('VEC', 'VSIB') and CODES.get(o[1], ' ')[0] == code == 'n' and width(o[1], 0, n, 64) > 16:
            return True
    return False


def choices(row):
    """Operand alternatives: all first ones, then each other one in its place."""
    per = [[k for k, b in K.items() if o[0] & b] for o in row['ops']]
    first = [p[0] for p in per]
    yield first
    for i, p in enumerate(per):
        for a in p[1:]:
            yield first[:i] + [a] + first[i + 1:]


MEMS = ['(%B)', '(%B,%B)', ['(%rsi)', '(%rdi)'], ['(%rdi)', '(%rsi)'], ['(%esi)', '(%edi)'], ['(%edi)', '(%esi)'],
        '(%si)', '(%rbx)', '(%ebx)', '(%rdi)', '(%rsi)', '(%edi)', '(%esi)', '(%rcx)']
AS = os.environ.get('AS') or 'as'
INTEL = ('.intel_syntax noprefix; ', '; .att_syntax prefix')    # around a text in Intel syntax


def decorations(row, alts):
    """Suffixes to try: ('', '') plain; mask on the destination; broadcast; rounding."""
    p = props(row)
    must = row['enc'] == EVEX and ({'GATHER', 'SCATTER'} & p or ('PREFETCH' in p and 'KMERGE' in p))
    out = [('mask', '{%k1}')] if must else [('', '')]
    if not must and {'KMERGE', 'KZERO'} & p:
        out.append(('mask', '{%k1}'))
        if 'KZERO' in p and alts and alts[0] != 'MEM':
            out.append(('mask', '{%k1}{z}'))
    if row['bcst'] and 'MEM' in alts:
        out.append(('bcst', row['bcst']))
    if 'RNDEMB' in p and all(a not in ('MEM',) for a in alts):
        out.append(('round', ''))
    if 'NF' in p:
        out.append(('nf', ''))
    return out


def prefix_of(row, kind):
    if kind == 'nf':
        return '{nf} '
    if row['enc'] == EVEX:
        return '{evex} '
    if row['enc'] == VEX:
        return '{vex} '
    return ''


class Form:
    """One thing to assemble; any of TEXTS will do."""
    def __init__(self, what, row, mode, texts, exts):
        self.exts = exts  # extensions that the assembler must know
        self.what, self.row, self.mode, self.texts, self.text = what, row, mode, texts, None


def make_forms():
    forms = []
    for name, cands in NAMES.items():
        for cand in cands:
            row = ROWS[cand[0]]
            for mode in (64, 32):
                if not row['modes'] & (1 if mode == 64 else 2):
                    continue
                for s, n in decide_sizes(row, cand, mode):
                    forms += forms_of(name, cand, row, mode, s, n)
    return forms


def forms_of(name, cand, row, mode, s, n):
    out = []
    one_size = bin(row['sizes']).count('1') <= 1
    one_len = bin(row['lens']).count('1') <= 1
    uses_s = any(CODES.get(w, ' ')[0] == 's' for o in row['ops'] for w in (o[1], o[3])) or \
        any(CODES.get(m[2], ' ')[0] == 's' for m in row['imps'])
    for alts in choices(row):
        if not cand[1] and not one_size and uses_s and not fixes_size(row, alts, n, 's'):
            continue
        if not one_len and not fixes_size(row, alts, n, 'n'):
            continue
        for kind, deco in decorations(row, alts):
            if kind == 'round' and n not in (0, 64):
                continue
            if kind == 'nf' and mode != 64:
                continue
            texts = texts_of(name, row, alts, mode, s, n, kind, deco)
            if texts:
                out.append(Form('%s %s s=%d n=%d %s%s' % (name, ','.join(alts), s, n, kind, deco), row, mode, texts,
                                {row['ext']} | ({'APX_F'} if kind == 'nf' else set())))
    return out


def texts_of(name, row, alts, mode, s, n, kind, deco):
    texts = []
    noreverse = 'NOREVERSE' in props(row)
    imms = ['$5', '$0x1122334455667788'] if name.startswith('movabs') else ['$5']
    mems = MEMS if 'MEM' in alts else MEMS[:1]
    if name.startswith('movabs'):
        mems = ['0x1122334455667788']
    for imm in imms:
        for mem in mems:
            if isinstance(mem, str) and ('%r' in mem) and mode == 32:
                continue
            if isinstance(mem, list):
                i = iter(mem)
                mem = [next(i, '(%B)') if a == 'MEM' else '' for a in alts]
                if mode == 32 and any('%r' in m for m in mem):
                    continue
            ops = []
            for pos, (o, a) in enumerate(zip(row['ops'], alts)):
                t = spell(o, a, 0 if name.startswith('movabs') else pos, s, n, mode, imm, mem)
                if t is None:
                    return []
                if kind == 'bcst' and a == 'MEM':
                    w = width(o[3], s, n, mode)
                    t += '{1to%d}' % (w // deco)
                ops.append(t)
            if kind == 'mask':
                ops[0] += deco
            if not noreverse:
                ops = ops[::-1]
            rounds = [(r, at) for r in ('{rn-sae}', '{sae}') for at in (0, 1)] if kind == 'round' else [None]
            for r in rounds:
                o = list(ops)
                if r:
                    o.insert(r[1], r[0])
                for pre in dict.fromkeys([prefix_of(row, kind), '']):
                    if pre == '' and (kind == 'nf' or kind == '' and row['enc'] == EVEX):
                        continue
                    texts.append(pre + name + ' ' + ','.join(o))
    if kind not in ('round', 'bcst', 'nf'):
        for pointers in ('di', 'si'), ('si', 'di'):
            texts.append(intel_text(name, row, alts, mode, s, n, deco, pointers))
    return texts


def intel_text(name, row, alts, mode, s, n, deco, pointers):
    ops = []
    ptr = {1: 'byte', 2: 'word', 4: 'dword', 6: 'fword', 8: 'qword', 10: 'tbyte', 16: 'xmmword', 32: 'ymmword', 64: 'zmmword'}
    names = iter(('r' if mode == 64 else 'e') + p for p in pointers)
    for pos, (o, a) in enumerate(zip(row['ops'], alts)):
        if a == 'MEM':
            w = width(o[3], s, n, mode)
            ops.append('%s ptr [%s]' % (ptr.get(w, 'dword'), next(names, 'rax')))
        else:
            ops.append(spell(o, a, pos, s, n, mode, '5', '').lstrip('*').lstrip('%$'))
    if deco:
        ops[0] += deco.replace('%', '')
    return '%s%s %s%s' % (INTEL[0], name, ','.join(ops), INTEL[1])


def assemble(lines, mode):
    """Why the assembler refuses lines, by their numbers; every extension that it knows is switched on."""
    return {n - len(SWITCHES): why for n, why in refused(SWITCHES + lines, mode).items()}


def refused(lines, mode):
    with tempfile.TemporaryDirectory() as tmp:
        with open(tmp + '/a.s', 'w') as f:
            f.write('\n'.join(lines) + '\n')
        r = subprocess.run([AS, '--%d' % mode, '-o', '/dev/null', tmp + '/a.s'], stderr=subprocess.PIPE)
    bad = {}
    for l in r.stderr.decode().splitlines():
        m = re.match(r'.*?a\.s:(\d+): (?:Error: |Warning: (?=.* is not valid here))(.*)', l)
        if m:
            bad.setdefault(int(m.group(1)) - 1, m.group(2))
    return bad


def extension_names():
    """(our name, the assembler's) of the extensions that may be too new for it."""
    lines = [l.split('#')[0].split() for l in open(TOP + '/isa/x86/x86.regs')]
    return [w.split('/') for l in lines if l and l[0] == 'ext' for w in l[1:] if '/' in w]


def ask_for_extensions():
    """(names that the assembler has not heard of, directives that switch the others on)"""
    names = extension_names()
    switches = ['.arch .' + gas for _, gas in names]
    bad = refused(switches, 64)
    as_insn = [refused([gas.replace('~', ' ') for _, gas in names], mode) for mode in (64, 32)]
    unknown = {names[i][0] for i in bad if i in as_insn[0] and i in as_insn[1]}
    return unknown, [s for i, s in enumerate(switches) if i not in bad]


UNKNOWN, SWITCHES = ask_for_extensions()


def known_forms(forms):
    """(forms of which the assembler knows all extensions, {extension: number of the other forms})"""
    known, skipped = [], {}
    for f in forms:
        new = sorted(f.exts & UNKNOWN)
        if new:
            skipped[new[0]] = skipped.get(new[0], 0) + 1
        else:
            known.append(f)
    return known, skipped


def assemble_forms(forms):
    """Set TEXT of each form to the first of its texts that the assembler takes; return those without one, and why."""
    pending, attempt, why, failed = list(forms), 0, {}, []
    while pending:
        todo = []
        for mode in (64, 32):
            fs = [f for f in pending if f.mode == mode]
            bad = assemble([f.texts[attempt] for f in fs], mode) if fs else {}
            for i, f in enumerate(fs):
                if i in bad:
                    why.setdefault(id(f), (f.texts[attempt], bad[i]))
                    todo.append(f)
                else:
                    f.text = f.texts[attempt]
        attempt += 1
        failed += [(f, *why[id(f)]) for f in todo if attempt >= len(f.texts)]
        pending = [f for f in todo if attempt < len(f.texts)]
    return failed
