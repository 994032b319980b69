# -flto: the contract is judged once, when the statement is compiled, for slim and fat
# objects; the link says once what the code that it makes destroys.
. "$TOP/testsuite/sh/lib.sh"

cat >"$TMP/a.c" <<'EOT'
int helper (int x)
{
  int r;
  asm ("movl $0, %%esi; leal 1(%1), %0" : "=r" (r) : "r" (x));
  return r;
}
EOT
cat >"$TMP/b.c" <<'EOT'
#include <stdio.h>
int helper (int);
__attribute__ ((noipa)) int twice (int x, int keep) { return helper (x) * 2 + keep; }
__attribute__ ((noipa)) int thrice (int keep, int x) { return helper (x) * 3 + keep; }
__attribute__ ((noipa)) int once (int x) { return helper (x); }
int main (void) { printf ("%d %d %d\n", twice (20, 100), thrice (100, 20), once (1)); return 0; }
EOT

# count NAME N REGEX: so many lines of the output match.
count ()
{
  n=$(grep -Ec -e "$3" "$TMP/out")
  if [ "$n" = "$2" ]; then pass; else fail "$1: $n times '$3', wanted $2"; cat "$TMP/out"; fi
}

program ()
{
  compile -O2 -flto "$@" -c -o "$TMP/a.o" "$TMP/a.c"
  ended "compile $*" 0
  count "compile $*" 1 "a.c:4:.*warning.*'rsi', which is neither.*clobber-register"
  count "compile $*: nothing is known of the code" 0 'in this build|latent'
  compile -O2 -flto "$@" -c -o "$TMP/b.o" "$TMP/b.c"
  count "compile $*, callers" 0 'avow'
  compile -O2 -flto -o "$TMP/lto" "$TMP/a.o" "$TMP/b.o"
  ended "link $*" 0
  count "link $*" 1 'avow:'
  count "link $*" 1 "a.c:4:.*warning: in this build: 'rsi' holds 'keep' in 'twice' .inlined: 'helper'. .2 of 3 copies. .avow:clobber-register"
  ok "the program shows it, $*" test "$("$TMP/lto")" = "42 103 2"
}
program
program -ffat-lto-objects
program -g

# Each partition says what its copies do, and only once.
partitioned ()
{
  compile -O2 -flto -flto-partition="$1" -o "$TMP/lto" "$TMP/a.o" "$TMP/b.o"
  ended "partition=$1" 0
  count "partition=$1" "$2" "warning: in this build: 'rsi' holds 'keep' in 'twice' .inlined: 'helper'.$3 .avow:clobber-register"
  count "partition=$1" "$4" "'rsi' holds '?(x|an operand)'?, which is still needed in 'thrice'"
  count "partition=$1" 0 "in 'once'"
}
compile -O2 -flto -c -o "$TMP/a.o" "$TMP/a.c"
compile -O2 -flto -c -o "$TMP/b.o" "$TMP/b.c"
partitioned none 1 ' .2 of 3 copies.' 0
partitioned one 1 ' .2 of 3 copies.' 0
partitioned max 1 '' 1

# Whether a call comes between a register variable and its statement is decided in the link.
cat >"$TMP/c.c" <<'EOT'
int noise (int);
__attribute__ ((noipa)) int branch (int v, int c)
{
  register int x asm ("r10") = v;
  int r = 1;
  if (c)
    r = noise (v);
  asm volatile ("addl %1, %0" : "+r" (r) : "r" (x) : "cc");
  return r;
}
int main (void) { return branch (5, 0); }
EOT
echo 'int noise (int x) { return x + 1; }' >"$TMP/inlined.c"
echo '__attribute__ ((noipa)) int noise (int x) { return x + 1; }' >"$TMP/called.c"
compile -O2 -flto -c -o "$TMP/c.o" "$TMP/c.c"
count "register variable, compile" 0 'lifetime'
compile -O2 -flto -fno-ipa-ra -o "$TMP/lto" "$TMP/c.o" "$TMP/called.c"
ended "register variable, link" 0
count "register variable, called" 1 "c.c:8:.*warning: .*and the call of 'noise' comes between .avow:lifetime"
count "register variable, called" 1 "in this build: 'r10' holds what a call left there in 'branch'"
compile -O2 -flto -o "$TMP/lto" "$TMP/c.o" "$TMP/inlined.c"
count "register variable, inlined" 0 'avow'

# A clean program stays silent in the link, and what was repaired stays repaired.
compile -O2 -flto -fplugin-arg-avow-mode=fix -o "$TMP/lto" "$TMP/a.c" "$TMP/b.c"
ended "mode=fix" 0
count "mode=fix" 0 'in this build'
ok "mode=fix" test "$("$TMP/lto")" = "142 163 2"
# mode=off
compile -O2 -flto -fplugin-arg-avow-mode=off -o "$TMP/lto" "$TMP/a.c" "$TMP/b.c"
count "mode=off" 0 'avow'
finish
