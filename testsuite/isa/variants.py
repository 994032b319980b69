"""Further operands for the forms of forms.py, by rewriting their AT&T text.

A form is varied once, whatever its aliases: other registers (high ones too), one register for all operands of a
class, ah and its kin, other addressing modes, other immediates, and the prefixes that its row allows.
"""
import random
import re

from tables import CODES, K, props

LOW8 = 'al cl dl bl spl bpl sil dil'.split() + ['r%db' % i for i in range(8, 16)]
BY_WIDTH = {
    8: LOW8,
    16: 'ax cx dx bx sp bp si di'.split() + ['r%dw' % i for i in range(8, 16)],
    32: 'eax ecx edx ebx esp ebp esi edi'.split() + ['r%dd' % i for i in range(8, 16)],
    64: 'rax rcx rdx rbx rsp rbp rsi rdi'.split() + ['r%d' % i for i in range(8, 16)],
}
GPR = {r: (w, i) for w, rs in BY_WIDTH.items() for i, r in enumerate(rs)}
TOKEN = re.compile(r'%([a-z]+[0-9]*[a-z]*)\b')
FIXED_NAMES = re.compile(r'(?:^|[ }])(in|out|ins|outs|movabs|xchg|mul|imul|div|idiv|sh[lr]d?|sa[lr]|ro[lr]|rc[lr]|mwaitx?|monitorx?)'
                         r'[bwlq]? ')


def rename(text, choose):
    """TEXT with every register outside of parentheses and masks replaced by CHOOSE (class, number)."""
    def one(m):
        r = m.group(1)
        before = text[:m.start()]
        if before.count('(') > before.count(')') or before.endswith('{'):
            return m.group(0)
        if r in GPR:
            w, i = GPR[r]
            return '%' + BY_WIDTH[w][choose('g', i)]
        v = re.fullmatch(r'([xyz]mm|mm|k)(\d+)', r)
        return '%%%s%d' % (v.group(1), choose(v.group(1)[-2:], int(v.group(2)))) if v else m.group(0)
    return TOKEN.sub(one, text)


def chooser(rng, mode, same):
    """A mapping of registers; SAME: one for each class."""
    limits = {'g': 16 if mode == 64 else 8, 'mm': 32 if mode == 64 else 8, 'k': 8}
    memory = {}

    def choose(cls, i):
        key = (cls, 0 if same else i)
        if key not in memory:
            n = limits[cls]
            memory[key] = rng.randrange(16 if n == 32 and rng.random() < .5 else n)
            while cls == 'g' and memory[key] in (4,):
                memory[key] = rng.randrange(n)
            if cls == 'k' and memory[key] == 0:
                memory[key] = 1 + rng.randrange(7)
        return memory[key]
    return choose


MODES64 = ['0x40(%{b},%{i},4)', '-8(%{b},%{i})', '0x12345(%{b})', '(%{b32},%{i32},8)', '-0x10(%{b32})', '%fs:8(%{b})',
           '%gs:(%{b},%{i},2)', '(,%{i},8)', '16(%rsp)']
MODES32 = ['0x40(%{b32},%{i32},4)', '-8(%{b32},%{i32})', '0x12345(%{b32})', '(,%{i32},8)', '16(%esp)']
PLAIN_MEMORY = re.compile(r'(?<![%\w])\(%[er](ax|bx|di|si)\)')


def readdress(text, rng, mode):
    """TEXT with another addressing mode in place of its plain memory operand, or None."""
    if not PLAIN_MEMORY.search(text):
        return None
    n = 16 if mode == 64 else 8
    b, i = rng.sample([x for x in range(n) if x != 4], 2)
    new = rng.choice(MODES64 if mode == 64 else MODES32)
    for key, w, no in (('b', 64, b), ('i', 64, i), ('b32', 32, b), ('i32', 32, i)):
        new = new.replace('%{' + key + '}', '%' + BY_WIDTH[w][no])
    return PLAIN_MEMORY.sub(lambda m: new, text, 1)


IMMEDIATES = ['$0', '$1', '$-1', '$2', '$7', '$8', '$0x1f', '$0x20', '$0x3f', '$0x40', '$0x7f', '$0x80', '$0xff', '$0x55']
HIGH_BYTES = {'al': 'ah', 'cl': 'ch', 'dl': 'dh', 'bl': 'bh'}


def prefixed(text, row):
    p = props(row)
    if 'LOCKABLE' in p and '(' in text.split(',')[-1]:
        yield 'lock ' + text
    if 'REP' in p or 'REPE' in p:
        yield 'rep ' + text
    if 'REPE' in p:
        yield 'repne ' + text


def variants(form, rng, plenty):
    """Texts besides FORM's own."""
    text, row, mode = form.text, form.row, form.mode
    out = list(prefixed(text, row))
    if '%' in text:
        for _ in range(2 if plenty else 1):
            out.append(rename(text, chooser(rng, mode, False)))
        out.append(rename(text, chooser(rng, mode, True)))
    string = {'REP', 'REPE'} & props(row) or text.startswith('xlat')
    for _ in range(0 if string else 2 if plenty else 1):
        moved = readdress(text, rng, mode)
        if moved:
            out += [moved] + [p for p in prefixed(moved, row) if p.startswith('lock')]
    if '$5' in text:
        for imm in IMMEDIATES if plenty else rng.sample(IMMEDIATES, 4):
            out.append(text.replace('$5', imm))
    high = re.sub(r'%([abcd]l)\b', lambda m: '%' + HIGH_BYTES[m.group(1)], text)
    if high != text:
        out += [high, re.sub(r'%([abcd]l)\b', lambda m: '%' + HIGH_BYTES[m.group(1)], text, 1)]
    return out


def executable(form):
    """FORM's text as it can be run: branches and absolute addresses lead to where the harness has something."""
    t = re.sub(r'(?<=[ ,])\.$', '.+64', form.text)
    return t.replace('0x1122334455667788', '0x12000800') if 'movabs' in t and '$' not in t else t
