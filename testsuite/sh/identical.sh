# Without mode=fix the generated assembly is that of a compile without the plugin,
# byte by byte.
. "$TOP/testsuite/sh/lib.sh"

# same NAME ARGS...
same ()
{
  name=$1; shift
  if ! $CC "$@" -S -o "$TMP/plain.s" >"$TMP/ok" 2>&1; then return; fi
  for mode in off audit warn; do
    $CC -fplugin="$PLUGIN" -fplugin-arg-avow-mode=$mode -fplugin-arg-avow-report="$TMP/report" \
      "$@" -S -o "$TMP/mine.s" >"$TMP/ok" 2>&1
    ok "$name, mode=$mode" cmp "$TMP/plain.s" "$TMP/mine.s"
  done
}

modes=-m64
[ -z "$M32" ] || modes="-m64 -m32"
case $($CC -dumpmachine) in x86_64-*|i?86-*) ;; *) modes= ;; esac
for o in -O0 -O1 -O2 -O3 -Os; do
  same "bench unit $o" $o -UNO_ASM testsuite/bench/unit.c
  same "demo $o" $o docs/demo/demo.c
  # The debug information names the compiler's options, so leave those out.
  same "demo $o -g" $o -g -gno-record-gcc-switches docs/demo/demo.c
done
# Statements with findings, where the plugin does most; some compile in one mode only.
for m in $modes; do
  for f in testsuite/gcc/*/bad-1.c; do
    [ -e "$f" ] && same "$f $m" -O2 $m "$f"
  done
done
finish
