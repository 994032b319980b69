"""The effect tables of x86 as the plugin sees them, read through dump.c, for the programs beside this file."""
import json
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))

K = {n: 1 << i for i, n in enumerate(
    'GPR MEM IMM REL VEC MM MASK ST SEG CR DR BND TMM FIXED ONE VSIB'.split())}
P = {n: 1 << i for i, n in enumerate(
    'LOCKABLE ATOMIC NONDET IO FENCE SERIAL SYSTEM PRIV NT PREFETCH ZEROIDIOM SAMEIDIOM MXCSR MMX '
    'EMMS KMERGE KZERO GATHER SCATTER MASKEDMEM BITBASE KPAIR SRC4 REP REPE NOREVERSE ATT INTEL '
    'COUNT RNDEMB ORDER KSELECT NF VAGUE'.split())}
R, W, RC, WC, ADDR, IMM, TARGET = (1 << i for i in range(7))
CODES = {0x8001: 's', 0x8002: 'n', 0x8003: 'n2', 0x8004: 'n4', 0x8005: 'n8', 0x8006: 'p', 0x8007: 'a',
         0x8008: 's2'}
FLOWS = 'next jcc jmp call ret syscall sysret trap'.split()
LEGACY, VEX, EVEX, XOP, APX = range(5)


def load_tables():
    """Compile dump.c with the tables and return its output."""
    with tempfile.TemporaryDirectory() as tmp:
        isa = sorted(os.path.join('isa/x86', f) for f in os.listdir(TOP + '/isa/x86') if f.endswith('.isa'))
        with open(tmp + '/x86.inc', 'w') as out:
            subprocess.run(['awk', '-f', 'scripts/isagen.awk', '-v', 'arch=x86', 'isa/x86/x86.regs'] + isa,
                           cwd=TOP, stdout=out, check=True)
        subprocess.run([os.environ.get('HOSTCC') or 'cc', '-std=c11', '-I' + tmp, '-o', tmp + '/dump', 'testsuite/isa/dump.c',
                        'plugin/arch/x86_tables.c', 'plugin/model/isa.c'], cwd=TOP, check=True)
        out = subprocess.run([tmp + '/dump'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
        if out.stderr:
            raise SystemExit(out.stderr.decode())
        return json.loads(out.stdout)


T = load_tables()
REGS, LOCS, ROWS, NAMES, FLAGS = T['regs'], T['locs'], T['rows'], T['names'], T['flags']
REGNO = {r[0]: i for i, r in enumerate(REGS)}


def width(w, s, n, mode):
    """Bytes of width W when the operation size is S and the vector length N."""
    if w < 0x8000:
        return w
    c = CODES[w]
    return {'s': s, 's2': s * 2, 'n': n, 'n2': n // 2, 'n4': n // 4, 'n8': n // 8,
            'p': 8 if mode == 64 else 4, 'a': 8 if mode == 64 else 4}[c]


def regwidth(o, s, n, mode):
    w = width(o[1], s, n, mode)
    return max(w, 16) if o[0] & K['VEC'] and w else w


def props(row):
    return {n for n, b in P.items() if row['props'] & b}
