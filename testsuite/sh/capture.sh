# capture=FILE: what is captured judges as it was judged, stays whole under parallel compiles, and
# `avow check' reads it back and complains about what it cannot read.
. "$TOP/testsuite/sh/lib.sh"

"$PYTHON" testsuite/sh/capture.py >"$TMP/roundtrip" 2>&1
counts=$(tail -n 1 "$TMP/roundtrip")
case $counts in
  *[0-9]" passed, "[0-9]*) passed=${counts%% *}; failed=${counts##*, }; failed=${failed%% *}; sed '$d' "$TMP/roundtrip" ;;
  *) fail "capture.py ended without a total"; cat "$TMP/roundtrip" ;;
esac

# Many compilers, one file.
printf 'void f (int x) { asm ("bswapl %%0 # \\"\\377 \\\\\\\\" : "+r" (x)); asm volatile ("nop"); }\n' >"$TMP/two.c"
i=0
while [ $i -lt 24 ]; do
  $CC -fplugin="$PLUGIN" -fplugin-arg-avow-capture="$TMP/many" -S -o /dev/null "$TMP/two.c" &
  i=$((i + 1))
  [ $((i % 8)) != 0 ] || wait
done
wait
"$AVOW" check "$TMP/many" >"$TMP/lines"
if [ "$(wc -l <"$TMP/lines")" = 48 ]; then pass; else fail "not 48 statements in the capture"; fi
if [ "$(grep -c '"template":"bswapl %0 # \\"\\u00ff \\\\' "$TMP/lines")" = 24 ]; then pass
else fail "odd bytes were not kept"; head -n 2 "$TMP/lines"; fi
has "--summary counts" /dev/stdin ' 48 ' <<EOT
$("$AVOW" check --summary "$TMP/many")
EOT

compile "-fplugin-arg-avow-capture=$TMP/none/capture" -S -o /dev/null "$TMP/two.c"
ended "capture in no folder" 1
has "capture in no folder" "$TMP/out" 'cannot open the capture'

# What a person writes.
cat >"$TMP/hand" <<'EOT'
# a comment
asm "movl %1, %%ebx; movl %%ebx, %0"
count 3
arch i386
target red_zone 0
out "=r" size 4 type int
in "m" size 4 value_id 3 value_off -8
end
EOT
status=0; "$AVOW" check "$TMP/hand" >"$TMP/out" || status=$?
if [ $status = 1 ]; then pass; else fail "status $status of a stanza with a defect"; fi
has "a stanza by hand" "$TMP/out" '"arch":"i386".*"rule":"clobber-register"'
has "count" /dev/stdin 'hand +3 +3 +1 +0 +3 ' <<EOT
$("$AVOW" check --summary "$TMP/hand")
EOT
has "--defects" /dev/stdin 'hand:2: warning: .*ebx.*clobber-register.*, 3x' <<EOT
$("$AVOW" check --defects "$TMP/hand")
EOT

refused ()
{
  printf '%b' "$1" >"$TMP/refused"
  "$AVOW" check "$TMP/refused" >"$TMP/out" 2>&1 && fail "accepted: $1"
  has "$1" "$TMP/out" "refused:[0-9]+: $2"
}
refused 'out "=r"\n' "a stanza begins"
refused 'asm "nop"\nasm "nop"\nend\n' "the stanza before has no"
refused 'asm "nop"\n' "the last stanza has no"
refused 'asm "nop"\nin "r" syze 4\nend\n' "no field is called 'syze'"
refused 'asm "nop"\nin "r" size\nend\n' "a field has no value"
refused 'asm "nop"\nin "r"\nout "=r"\nend\n' "an output behind"
refused 'asm "nop"\narch z80\nend\n' "no such architecture"
refused 'asm "nop"\nfoo bar\nend\n' "line not understood"
finish
