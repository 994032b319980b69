# Templates that are not text, or too long, or name operands that do not exist: the
# plugin neither crashes nor loses the compile, in any mode; what GCC itself
# says about them stays.
. "$TOP/testsuite/sh/lib.sh"

"$PYTHON" - "$TMP" <<'EOT'
import os, random, sys
tmp = sys.argv[1]

def write(name, *templates):
    with open(os.path.join(tmp, name + '.c'), 'wb') as f:
        for i, t in enumerate(templates):
            f.write(b'int f%d (int x) { asm volatile ("' % i + t + b'" : "+r" (x)); return x; }\n')

write('utf8', b'nop # \xff\xfe\xc3( \xed\xa0\x80 \xf8', b'frob\xff %0', b'\xc0\x80 %0')
write('huge_insns', b'nop\\n\\t' * 150000)
write('huge_word', b'x' * 1100000)
write('huge_line', b'movl %0, %0;' * 90000)
write('huge_comment', b'nop # ' + b'c' * 1000000)
write('huge_string', b'.ascii \\"' + b'a' * 1000000 + b'\\"')
write('braces', b'{' * 300)
write('huge_parens', b'movl ' + b'(' * 1000000 + b', %0')
write('huge_labels', b''.join(b'l%d: ' % i for i in range(100000)))
write('huge_jumps', b''.join(b'%d: jz %df; ' % (i, i + 1) for i in range(50000)) + b'50000:')
write('huge_back', b''.join(b'1: decl %%0; jnz 1b; ' for i in range(40000)).replace(b'%%', b'%'))
write('operands', b'nop %7', b'nop %99999999999999999999', b'nop %-1', b'nop %l1', b'nop %b9', b'nop %', b'nop %z',
      b'%', b'%0%0%0', b'nop %%%', b'nop %[', b'nop %(0)', b'\\0nop', b'nop\\0', b'{', b'{|', b'{a|b', b'}', b'|',
      b'movl %0', b'movl ,', b'movl %0,,%0', b'lock', b'rep; rep; rep', b'.', b':', b'1:', b'=', b'a=', b'"'.replace(b'"', b'\\"'),
      b'/*', b'# 1 \\"x\\"', b'.macro', b'.rept 1000000000; nop; .endr', b'.if 1', b'.byte', b'(', b'movl 4(%0, %0', b'call *')
rng = random.Random(7)
alphabet = [b'mov', b'add', b'l', b'q', b' ', b' ', b'%0', b'%%', b'%', b'eax', b'(', b')', b',', b'$', b'1', b'{', b'|', b'}',
            b'\\n', b';', b':', b'.', b'#', b'/*', b'*/', b'lock', b'rep', b'\\t', b'[', b']', b'\xe9', b'-', b'*', b'1b', b'=']
write('random', *(b''.join(rng.choice(alphabet) for _ in range(rng.randrange(1, 40))) for _ in range(400)))
EOT

cat >"$TMP/check.py" <<'EOT'
import json, sys
for line in open(sys.argv[1], encoding='utf-8'):
    json.loads(line)
EOT

for f in "$TMP"/*.c; do
  name=$(basename "$f" .c)
  # What GCC alone says; the plugin may add its own diagnostics, not errors.
  $CC -S -o "$TMP/plain.s" "$f" >"$TMP/plain" 2>&1
  plain=$?
  modes="warn fix"
  case $name in huge_insns|huge_word) ;; huge_*) modes=warn ;; esac
  for mode in $modes; do
    rm -f "$TMP/report"
    compile -fplugin-arg-avow-mode=$mode -fplugin-arg-avow-unverified=warn -fno-diagnostics-show-caret \
      -fplugin-arg-avow-report="$TMP/report" -S -o "$TMP/mine.s" "$f"
    ended "$name, mode=$mode" $plain
    ok "$name, mode=$mode: report" "$PYTHON" "$TMP/check.py" "$TMP/report"
    if [ "$(wc -c <"$TMP/out")" -lt 200000 ]; then pass; else fail "$name, mode=$mode: endless messages"; fi
  done
  # Everything GCC said alone is still said.
  grep 'error:' "$TMP/plain" | sort >"$TMP/a"
  grep 'error:' "$TMP/out" | sort >"$TMP/b"
  ok "$name: GCC's own errors" cmp "$TMP/a" "$TMP/b"
done
finish
