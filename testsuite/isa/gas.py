"""Everything that GNU as may accept: candidate lines made from its own instruction table, opcodes/i386-tbl.h of binutils.

A template of the table gives a mnemonic and, for each operand, classes and sizes.  candidates() writes each
operand in every way that the template's operand may be meant and yields the product, with every suffix and, for AVX-512,
every mask, broadcast and rounding; most of them are wrong, which the assembler is to say.
"""
import collections
import itertools
import re

MODS = ('D W Load Modrm Jump FloatMF Size CheckOperandSize OperandConstraint MnemonicSize No_bSuf No_wSuf No_lSuf No_sSuf '
        'No_qSuf FWait IsString RegMem BNDPrefixOk PrefixOk IsPrefix ImmExt NoRex64 Vex VexVVVV VexW OpcodeSpace OpcodePrefix '
        'VexSources SIB SSE2AVX EVex Masking Broadcast StaticRounding SAE Disp8MemShift Optimize ATTMnemonic ATTSyntax '
        'IntelSyntax ISA64').split()
TYPE = ('Class Instance Imm1 Imm8 Imm8S Imm16 Imm32 Imm32S Imm64 Disp8 Disp16 Disp32 Disp64 BaseIndex Byte Word Dword Fword '
        'Qword Tbyte Xmmword Ymmword Zmmword Tmmword Unspecified').split()
CLASSES = 'none Reg SReg CR DR TR MMX SIMD Mask BND'.split()
ACCUM, REGC, REGD, REGB = 1, 2, 3, 4
SIZES = {'Byte': 1, 'Word': 2, 'Dword': 4, 'Fword': 6, 'Qword': 8, 'Tbyte': 10, 'Xmmword': 16, 'Ymmword': 32, 'Zmmword': 64}
POINTERS = {1: 'byte', 2: 'word', 4: 'dword', 6: 'fword', 8: 'qword', 10: 'tbyte', 16: 'xmmword', 32: 'ymmword', 64: 'zmmword'}

Template = collections.namedtuple('Template', 'name mods ops')
# An operand as written: KIND as in the tables, AT&T text, Intel text.
Written = collections.namedtuple('Written', 'kind att intel')


def read_templates(path):
    """The templates of i386-tbl.h without its end marker."""
    out = []
    text = open(path).read()
    text = text[text.index('i386_optab[] ='):text.index('i386_regtab[] =')]
    for part in re.split(r'\n  \{ (?=")', text)[1:]:
        name, rest = re.match(r'"([^"]+)", (.*)', part, re.S).groups()
        groups = [[int(x) for x in g.split(',')] for g in re.findall(r'\{([\d,\s]+)\}', rest)]
        out.append(Template(name, dict(zip(MODS, groups[0])), [dict(zip(TYPE, g)) for g in groups[2:]]))
    return out


def mnemonics(templates):
    return sorted({t.name for t in templates if not t.mods['IsPrefix'] and not t.name.startswith('{')})


# ---- operands -------------------------------------------------------------------

GPRS = {1: ['al', 'cl', 'dl', 'bl'], 2: ['ax', 'cx', 'dx', 'bx'], 4: ['eax', 'ecx', 'edx', 'ebx'], 8: ['rax', 'rcx', 'rdx', 'rbx']}


def sizes_of(op):
    return [n for k, n in SIZES.items() if op[k]]


def register(kind, name):
    return Written(kind, '%' + name, name)


def general(op, pos, mode):
    number = {ACCUM: 0, REGC: 1, REGD: 2, REGB: 3}.get(op['Instance'], pos)
    for n in sizes_of(op):
        if n == 10:
            yield register('st', 'st') if op['Instance'] == ACCUM else register('st', 'st(2)')
        elif n in GPRS and (n < 8 or mode == 64):
            yield register('r%d' % n, GPRS[n][number])
    if op['Instance'] == REGD:
        yield Written('port', '(%dx)', '[dx]')


def registers(op, pos, mode):
    kind = CLASSES[op['Class']]
    if kind == 'Reg':
        yield from general(op, pos, mode)
    elif kind == 'SIMD':
        for k, letter in (('Xmmword', 'x'), ('Ymmword', 'y'), ('Zmmword', 'z'), ('Tmmword', 't')):
            if op[k]:
                yield register(letter, '%smm%d' % (letter, 0 if op['Instance'] == ACCUM else pos + 1))
    elif kind != 'none':
        for name in {'SReg': ['fs', 'es', 'cs'], 'CR': ['cr0'], 'DR': ['dr1'], 'TR': ['tr3'], 'MMX': ['mm%d' % (pos + 1)],
                     'Mask': ['k%d' % (pos + 2)], 'BND': ['bnd%d' % (pos % 4)]}[kind]:
            yield register(kind, name)


def memory(template, op, mode):
    """Memory, with the sizes that the Intel syntax may name."""
    a = 'r' if mode == 64 else 'e'
    if template.mods['SIB']:
        places = [('(%%%sax,%%%smm5)' % (a, v), '[%sax+%smm5]' % (a, v)) for v in 'xyz'] + [('(%%%sax,%%%sbx)' % (a, a), '[%sax+%sbx]' % (a, a))]
    else:
        places = [('(%%%sax)' % a, '[%sax]' % a)]
        if template.mods['IsString']:
            places = [('(%%%s%si)' % (a, r), '[%s%si]' % (a, r)) for r in 'sd']
        elif mode == 32:
            places += [('(%si)', '[si]')]
    for att, intel in places:
        yield Written('m', att, intel)
        for n in sizes_of(op):
            yield Written('m', att, '%s ptr %s' % (POINTERS[n], intel))


def immediates(op):
    if op['Imm1']:
        yield Written('1', '$1', '1')
    if any(op[k] for k in ('Imm8', 'Imm8S', 'Imm16', 'Imm32', 'Imm32S', 'Imm64')):
        yield Written('i', '$5', '5')
    if op['Imm64']:
        yield Written('i', '$0x1122334455667788', '0x1122334455667788')


def written(template, op, pos, mode):
    """All ways to write operand OP, number POS in the manual's order."""
    out = list(registers(op, pos, mode)) + list(immediates(op))
    if op['BaseIndex']:
        out += memory(template, op, mode)
    elif any(op[k] for k in ('Disp8', 'Disp16', 'Disp32', 'Disp64')):
        out.append(Written('rel', '.', '.'))
        if not template.mods['Jump']:
            out.append(Written('m', '0x1122', 'ds:[0x1122]'))
            out.append(Written('m', '0x1122334455667788', 'ds:[0x1122334455667788]'))
    if template.mods['Jump']:
        out += [Written(w.kind, '*' + w.att, w.intel) for w in out if w.kind in ('r2', 'r4', 'r8', 'm')]
    return out


# ---- lines -----------------------------------------------------------------------

def decorated(template, ops):
    """OPS (the manual's order), then each with a mask, broadcast or rounding that the template may allow."""
    yield ops
    if template.mods['Masking'] and ops:
        for mask in ('{%k1}', '{%k1}{z}'):
            yield [Written(ops[0].kind, ops[0].att + mask, ops[0].intel + mask.replace('%', ''))] + ops[1:]
    if template.mods['Broadcast']:
        for i, o in enumerate(ops):
            if o.kind == 'm':
                for n in (2, 4, 8, 16, 32):
                    b = '{1to%d}' % n
                    yield ops[:i] + [Written('m', o.att + b, o.intel + b)] + ops[i + 1:]
    if (template.mods['StaticRounding'] or template.mods['SAE']) and not any(o.kind == 'm' for o in ops):
        for r in ('{rn-sae}', '{sae}'):
            last = len(ops) - 1 if ops and ops[-1].kind == 'i' else len(ops)
            yield ops[:last] + [Written('round', r, r)] + ops[last:]


def suffixes(template):
    return [''] + [s for s in 'bwlsq' if not template.mods['No_%sSuf' % s]]


def orders(template):
    """The operands' types in the manual's order, the other way round than in the table; where one template
    stands for both directions, or for memory in either of two places, with them exchanged too."""
    ops = list(reversed(template.ops))
    yield ops
    if template.mods['D'] and len(ops) == 2:
        yield ops[::-1]
    elif len(ops) >= 4 and (template.mods['D'] or template.mods['VexSources']):
        yield ops[:-2] + [ops[-1], ops[-2]]
        yield ops[:-3] + [ops[-2], ops[-3], ops[-1]]


def lines_of(template, line):
    """(dialect, text) of the operands LINE.  Some AT&T forms have the order of the manual."""
    intel = ', '.join(o.intel for o in line)
    att = ', '.join(o.att for o in reversed(line))
    straight = ', '.join(o.att for o in line)
    for s in ('', 'b', 'w', 'd', 'q') if template.mods['IntelSyntax'] or len(suffixes(template)) > 1 else ('',):
        yield 'intel', (template.name + s + ' ' + intel).strip()
    for s in suffixes(template):
        yield 'att', (template.name + s + ' ' + att).strip()
        if straight != att and not any('mm' in o.att or o.kind == 'm' for o in line):
            yield 'att', (template.name + s + ' ' + straight).strip()


def candidates(templates, mode):
    """All lines, as (dialect, text), each once and in table order."""
    out = collections.OrderedDict()
    for t in templates:
        if t.mods['IsPrefix'] or t.name.startswith('{'):
            continue
        for ops in orders(t):
            choices = [written(t, op, i, mode) for i, op in enumerate(ops)]
            for picked in itertools.product(*choices):
                for line in decorated(t, list(picked)):
                    out.update(dict.fromkeys(lines_of(t, line)))
    return out
