"""Writes a C program that runs every row with lane= in all its spellings, with registers, and holds lanes.c against the
processor: a byte of the result must not change with bytes of the sources that it is said not to come from."""
import os
import re
import sys

TOP = sys.argv[1]
NAMES = {'ssecmp': ['eq', 'lt', 'unord'], 'avxcmp': ['eq', 'nge_uq'], 'fma': ['132', '213', '231']}
IMMEDIATES = [0, 1, 3, 4, 7, 14, 0x1b, 0x4e, 0xd8, 17, 200]
MOVE = {'mm': 'movq', 'xmm': 'movdqu', 'ymm': 'vmovdqu'}
WIDTH = {'mm': 8, 'xmm': 16, 'ymm': 32}


def expand(name):
    m = re.search(r'\(([^)]*)\)|\[([^\]]*)\]|\{(\w+)\}', name)
    if not m:
        return [name]
    parts = m.group(1).split('|') if m.group(1) is not None else list(m.group(2)) if m.group(2) else NAMES[m.group(3)]
    return [x for p in parts for x in expand(name[:m.start()] + p + name[m.end():])]


def rows():
    """(mnemonics, operands, op, bytes of an element, kind of register, whether the destination is no source)"""
    for kind, name in (('mm', 'mmx'), ('xmm', 'sse'), ('ymm', 'avx')):
        for line in open(os.path.join(TOP, 'isa/x86', name + '.isa')):
            line = line.split('#')[0]
            m = re.match(r'(\S+)\s+((?:\S+,\s*)*\S+)\s(.*)', line)
            lane = re.search(r'\blane=(\d+)', line)
            if not m or not lane or '3DNOW' in line:
                continue
            op = re.search(r'\bop=(\w+)', m.group(3))
            operands = m.group(2).replace(' ', '').split(',')
            narrow = name == 'avx' and 'n=xy' not in line
            names = [x for p in re.split(r',(?![^(]*\))', m.group(1)) for x in expand(p)]
            yield names, operands, op.group(1) if op else 'none', int(lane.group(1)) // 8, 'xmm' if narrow else kind, name == 'avx'


def forms():
    for names, operands, op, lane, kind, three in rows():
        vectors = [o for o in operands if o != 'i8']
        registers = ['%%%%%s%d' % (kind, i) for i in range(len(vectors))]
        if 'xmm.64|m128' in vectors[-1]:
            registers[-1] = '%%%%xmm%d' % (len(vectors) - 1)
        constant = operands[-1] == 'i8'
        for name in names:
            for imm in IMMEDIATES if constant else [None]:
                text = name + ' ' + ','.join((['$%d' % imm] if constant else []) + registers[::-1])
                yield text, kind, len(vectors), op, lane, imm or 0, three, op == 'vshift' and not constant


def function(i, text, kind, n):
    load = '; '.join('%s %d(%%0),%%%%%s%d' % (MOVE[kind], 32 * k, kind, k) for k in range(n))
    x87 = ', "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)"' if kind == 'mm' else ''
    clobbers = ', '.join('"%s%d"' % ('mm' if kind == 'mm' else 'xmm', k) for k in range(3)) + x87
    return ('static void f%d (unsigned char (*b)[32]) { asm volatile ("%s; %s; %s %%%%%s0,(%%0)%s" : : "r" (b) : "memory", %s); }'
            % (i, load, text, MOVE[kind], kind, '; emms' if kind == 'mm' else '', clobbers))


def main():
    all_forms = list(forms())
    print('#include "lanes_run.h"')
    for i, f in enumerate(all_forms):
        print(function(i, *f[:3]))
    print('static const struct form forms[] = {')
    for i, (text, kind, n, op, lane, imm, three, counts) in enumerate(all_forms):
        moves = op in ('pack', 'vshift', 'unpackl', 'unpackh', 'shuffle', 'shufl', 'shufh', 'shuf2', 'bytesl', 'bytesr', 'align',
                       'highlow')
        print('  { f%d, "%s", %d, %d, ISA_OP_%s, %d, %d, %d, %d },' % (i, text.replace('%%', '%'), WIDTH[kind], n,
                                                                    op.upper() if moves else 'NONE', lane, imm, three, counts))
    print('};\nint main (void) { return run_forms (forms, sizeof forms / sizeof *forms); }')


main()
