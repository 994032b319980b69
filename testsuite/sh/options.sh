# Options that are wrong: one error each, that names what was meant.
. "$TOP/testsuite/sh/lib.sh"

printf 'void f (void) { asm volatile ("nop"); }\n' >"$TMP/t.c"

# wrong OPTION REGEX
wrong ()
{
  compile "-fplugin-arg-avow-$1" -S -o /dev/null "$TMP/t.c"
  ended "$1" 1
  has "$1" "$TMP/out" "error: .*$2"
  if [ "$(grep -c 'error' "$TMP/out")" = 1 ]; then pass; else fail "$1: more than one error"; cat "$TMP/out"; fi
}

wrong mdoe=fix "'mdoe'.*did you mean 'mode'"
wrong mode=fixx "'fixx'.*did you mean 'fix'"
wrong mode "'mode' needs a value"
wrong mode= "'mode' needs a value"
wrong unverified=warm "'warm'.*did you mean 'warn'"
wrong unverfied=warn "'unverfied'.*did you mean 'unverified'"
wrong reprot=x "'reprot'.*did you mean 'report'"
wrong report= "'report' needs a file"
wrong enable=clobber-registr "'clobber-registr'.*did you mean 'clobber-register'"
wrong disable=memory-write,memory-raed "'memory-raed'.*did you mean 'memory-read'"

# The last of two equal keys wins, as with GCC's own options.
cat >"$TMP/bad.c" <<'EOT'
void f (void) { asm volatile ("xorl %%ebx, %%ebx" : : : "cc"); }
EOT
compile -fplugin-arg-avow-mode=error -fplugin-arg-avow-mode=warn -S -o /dev/null "$TMP/bad.c"
ended "the last mode wins" 0
has "the last mode wins" "$TMP/out" 'warning: .*\[avow:clobber-register\]'

for mode in off audit; do
  compile -fplugin-arg-avow-mode=$mode -S -o /dev/null "$TMP/bad.c"
  ended "mode=$mode" 0
  hasnt "mode=$mode says nothing" "$TMP/out" .
done
compile -fplugin-arg-avow-mode=error -S -o /dev/null "$TMP/bad.c"
ended "mode=error" 1
has "mode=error" "$TMP/out" 'error: .*\[avow:clobber-register\]'
compile -fplugin-arg-avow-disable=clobber-register -S -o /dev/null "$TMP/bad.c"
ended "disable" 0
hasnt "disable" "$TMP/out" 'avow:clobber-register'
finish
