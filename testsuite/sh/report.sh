# report=FILE: lines stay whole under parallel compiles, an unusable file is an
# error and not a lost compile, odd file names and bytes are kept.
. "$TOP/testsuite/sh/lib.sh"

printf 'void f (void) { asm volatile ("nop"); }\n' >"$TMP/t.c"

unusable ()
{
  compile "-fplugin-arg-avow-report=$1" -S -o /dev/null "$TMP/t.c"
  ended "report=$1" 1
  has "report=$1" "$TMP/out" 'error: .*report'
}
unusable "$TMP/none/report"
unusable "$TMP"
unusable "$TMP/t.c/report"
if [ "$(id -u)" != 0 ]; then
  : >"$TMP/readonly"; chmod a-w "$TMP/readonly"
  unusable "$TMP/readonly"
fi
# A full disk: the compile still ends in the ordinary way, and is not silent.
if [ -w /dev/full ]; then
  compile -fplugin-arg-avow-report=/dev/full -S -o "$TMP/t.s" "$TMP/t.c"
  has "a full disk is reported" "$TMP/out" 'report'
  hasnt "a full disk does not crash" "$TMP/out" 'internal compiler error'
fi
# Preprocessing writes no report.
compile -fplugin-arg-avow-report="$TMP/e" -E -o /dev/null "$TMP/t.c"
ended "-E" 0
if [ -s "$TMP/e" ]; then fail "-E wrote a report"; else pass; fi

# Forty compiles at once, ten statements each.
i=0
{ while [ $i -lt 10 ]; do
    echo "void f$i (int x) { asm volatile (\"bswapl %0 # $i \\\" \\\\\\\\ \" : \"+r\" (x)); }"; i=$((i + 1))
  done; } >"$TMP/ten.c"
i=0
while [ $i -lt 40 ]; do
  $CC -fplugin="$PLUGIN" -fplugin-arg-avow-report="$TMP/many" -S -o /dev/null "$TMP/ten.c" &
  i=$((i + 1))
  [ $((i % 8)) != 0 ] || wait
done
wait
cat >"$TMP/check.py" <<'EOT'
import json, sys
keys = {'avow', 'file', 'line', 'column', 'function', 'arch', 'template', 'verdict', 'insns', 'findings', 'unverified'}
n = 0
for line in open(sys.argv[1], encoding='utf-8'):
    record = json.loads(line)
    assert keys <= set(record), keys - set(record)
    assert record['avow'] == 1 and record['insns'] == 1, record
    n += 1
assert n == int(sys.argv[2]), n
EOT
ok "lines stay whole" "$PYTHON" "$TMP/check.py" "$TMP/many" 400

# Invalid UTF-8 in the template becomes valid JSON.
printf 'void f (void) { asm volatile ("nop # \377\376\303(\355\240\200"); }\n' >"$TMP/utf.c"
compile -fplugin-arg-avow-report="$TMP/utf" -S -o /dev/null "$TMP/utf.c"
ended "invalid UTF-8" 0
ok "invalid UTF-8 in the report" "$PYTHON" "$TMP/check.py" "$TMP/utf" 1
finish
