"""What three programs say about assembled instructions, in one shape: avow (effects.c), Zydis, LLVM.

Facts(reads, writes, kept, flags, memory): registers by location as byte masks, read, written,
written under a condition; each status or system flag as a letter; memory as a list of
(access, bytes).  A register of an address is read.
"""
import collections
import json
import os
import re
import subprocess
import tempfile

from tables import FLAGS, LOCS, P, R, RC, REGNO, REGS, W, WC

SLOT = 16
Facts = collections.namedtuple('Facts', 'reads writes kept flags memory explicit name')
LOCNO = {l[0]: i for i, l in enumerate(LOCS)}
SP, FLAGLOC = LOCNO['rsp'], LOCNO['flags']
VEC, GPR = 1, 0


class Masks(dict):
    def add(self, loc, mask):
        self[loc] = self.get(loc, 0) | mask


def new_facts(name):
    return Facts(Masks(), Masks(), Masks(), {}, [], {}, name)


def run_lines(command, text=None):
    out = subprocess.run(command, input=text, stdout=subprocess.PIPE, universal_newlines=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


# ---- machine code --------------------------------------------------------------

def machine_code(texts, mode, path):
    """Write the code of TEXTS to the file PATH, each in a slot of its own."""
    with tempfile.TemporaryDirectory() as tmp:
        with open(tmp + '/a.s', 'w') as f:
            for t in texts:
                f.write(t + '\n.balign %d,0xcc\n' % SLOT)
        subprocess.run(['as', '-W', '--%d' % mode, '-o', tmp + '/a.o', tmp + '/a.s'], check=True)
        subprocess.run(['objcopy', '-O', 'binary', '-j', '.text', tmp + '/a.o', path], check=True)
    if os.path.getsize(path) != SLOT * len(texts):
        raise SystemExit('machine_code: an instruction is longer than its slot')


# ---- avow -----------------------------------------------------------------------

def flag_letters(facts, tested, written, undefined, zero, one):
    """Each flag as a word: r read, then w written, 0, 1 or u undefined."""
    for i, name in enumerate(FLAGS):
        bit = 1 << i
        word = 'r' if tested & bit else ''
        word += 'u' if undefined & bit else '0' if zero & bit else '1' if one & bit else 'w' if written & bit else ''
        if word:
            facts.flags[name] = word


def access(role):
    return ('r' if role & (R | RC) else '') + ('w' if role & (W | WC) else '')


def avow_facts(e, text):
    f = new_facts(e['row'])
    for loc, role, mask, op in e['acc']:
        if op >= 0:
            f.explicit.setdefault(loc, op + 1)
        if role & (R | RC):
            f.reads.add(loc, mask)
        if role & W:
            f.writes.add(loc, mask)
        if role & WC:
            f.kept.add(loc, mask)
    if e['kept']:  # bsf, lar: written for most sources only
        for loc in [l for l in f.writes if f.explicit.get(l) == 1]:
            f.kept.add(loc, f.writes.pop(loc))
    for role, size, base, index, op, repeated in e['mem']:
        f.memory.append((access(role), size))
    flag_letters(f, e['fr'], e['fw'], e['fu'], e['f0'], e['f1'])
    if e['props'] & P['MXCSR']:
        f.reads.add(LOCNO['mxcsr'], 15)
        if 'sae}' not in text:  # those suppress all exceptions
            f.writes.add(LOCNO['mxcsr'], 15)
    return f


def avow(program, texts, mode, dialect='att'):
    lines = ''.join('%d\t%s\t%s\n' % (mode, dialect, t) for t in texts)
    return [e and avow_facts(e, t) for e, t in zip(run_lines([program], lines), texts)]


# ---- Zydis ------------------------------------------------------------------------

ZYDIS_FLAGS = {0: 'cf', 2: 'pf', 4: 'af', 6: 'zf', 7: 'sf', 8: 'tf', 9: 'if', 10: 'df', 11: 'of', 12: 'iopl', 14: 'nt', 16: 'rf',
               17: 'vm', 18: 'ac', 19: 'vif', 20: 'vip', 21: 'id'}
ZYDIS_NAMES = {'tr0': 'tr', 'x87control': 'x87control', 'ia32_tsc_aux': 'tsc_aux'}
IGNORED = {'rflags', 'eflags', 'flags', 'rip', 'eip', 'ip'}


def register(name):
    """(location, first byte, bytes) of a register, or None."""
    m = re.match(r'(?:st|fp)(\d)$', name)
    if m:
        name = 'st' if m.group(1) == '0' else 'st(%s)' % m.group(1)
    name = ZYDIS_NAMES.get(name, name)
    if name not in REGNO:
        return None
    loc, size, shift = REGS[REGNO[name]][1:4]
    return loc, shift, size


def view_masks(name, mode, bits=0):
    """(location, mask when read, mask when written) of a register, perhaps only its low BITS."""
    r = register(name)
    if r is None:
        return None
    loc, shift, size = r
    if mode == 32 and LOCS[loc][3] == GPR:
        size = min(size, 4)  # LLVM and Zydis say rax there too
    read = ((1 << (min(size, bits // 8) if bits else size)) - 1) << shift
    zext = LOCS[loc][3] == GPR and size == 4 and mode == 64
    return loc, read, 0xff if zext else read


def zydis_flags(f, cpu):
    def pick(mask):
        return sum(1 << FLAGS.index(n) for bit, n in ZYDIS_FLAGS.items() if mask >> bit & 1 and n in FLAGS)
    tested, modified, zero, one, undefined = map(pick, cpu)
    flag_letters(f, tested, modified | zero | one, undefined, zero, one)


def zydis_facts(e, mode):
    f = new_facts(e['name'])
    for kind, actions, bits, reg, index, visible in e['ops']:
        if kind in ('mem', 'agen'):
            for name in (reg, index):
                v = view_masks(name, mode) if name not in IGNORED else None
                if v:
                    f.reads.add(v[0], v[1])
            if kind == 'mem':
                f.memory.append((access(actions), bits // 8))
            continue
        if kind != 'reg' or reg in IGNORED:
            continue
        v = view_masks(reg, mode, bits)
        if v is None:
            f.reads.add(reg, 0)  # a register that the tables have no name for
            continue
        if actions & (R | RC):
            f.reads.add(v[0], v[1])
        if actions & W:
            f.writes.add(v[0], v[2])
        if actions & WC:
            f.kept.add(v[0], v[2])
    zydis_flags(f, e['cpu'])
    return f


def zydis(program, path, mode):
    return [e and zydis_facts(e, mode) for e in run_lines([program, str(mode), path])]


# ---- LLVM -------------------------------------------------------------------------

LLVM_NAMES = {'fpsw': 'x87status', 'fpcw': 'x87control'}


def llvm_names(names):
    for n in names:
        n = n.lower()
        for part in n.split('_'):  # K0_K1 is a pair
            yield LLVM_NAMES.get(part, part)


def llvm_facts(e, mode):
    f = new_facts(e['name'])
    flags = set()
    for key, masks, letter in (('uses', f.reads, 'r'), ('iuses', f.reads, 'r'), ('defs', f.writes, 'w'),
                               ('idefs', f.writes, 'w')):
        for n in llvm_names(e[key]):
            if n in ('eflags', 'df'):
                flags.add(letter + ('df' if n == 'df' else 'status'))
            elif n not in IGNORED and n not in ('eiz', 'riz'):
                v = view_masks(n, mode)
                masks.add(v[0] if v else n, v[1 if letter == 'r' else 2] if v else 0)
    if e['fpx'] and LOCNO['mxcsr'] in f.reads:
        f.writes.add(LOCNO['mxcsr'], 15)
    for n in ('status', 'df'):
        word = ('r' if 'r' + n in flags else '') + ('w' if 'w' + n in flags else '')
        if word:
            f.flags[n] = word
    if e['load'] or e['store']:
        f.memory.append((('r' if e['load'] else '') + ('w' if e['store'] else ''), 0))
    return f


def llvm(program, path, mode):
    return [e and llvm_facts(e, mode) for e in run_lines([program, str(mode), path])]


# ---- avow again, in the other dialect ------------------------------------------------

def disassemble(path, mode):
    """The text of each slot as objdump writes it in Intel syntax, None where it is no instruction."""
    out = subprocess.run(['objdump', '-D', '-w', '--no-show-raw-insn', '-b', 'binary', '-m', 'i386', '-M',
                          'intel,intel-mnemonic' + (',x86-64' if mode == 64 else ''), path],
                         stdout=subprocess.PIPE, universal_newlines=True, check=True).stdout
    texts = [None] * (os.path.getsize(path) // SLOT)
    for m in re.finditer(r'^ *([0-9a-f]+):\t([^\n#<]*)', out, re.M):
        at, text = int(m.group(1), 16), m.group(2).strip()
        if at % SLOT == 0 and '(' not in text.split(' ')[0]:  # (bad), fneni(8087 only)
            texts[at // SLOT] = text
    return texts


def intel(program, path, mode):
    """avow's facts from the Intel spelling of the same code; None where it does not know that."""
    return avow(program, [t or '' for t in disassemble(path, mode)], mode, 'intel')
