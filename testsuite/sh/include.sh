# include.sh - .include: the assembler's include path is searched as it does, and what is missing is a gap.
. testsuite/sh/lib.sh

mkdir -p "$TMP/inc"
cat >"$TMP/inc/macros.h" <<'EOF'
.macro ZERO reg
	xor \reg, \reg
.endm
.macro TWICE reg
	.include "inner.h"
.endm
EOF
echo '	shl $1, %eax' >"$TMP/inc/inner.h"
echo '.include "again.h"' >"$TMP/inc/again.h"
cat >"$TMP/t.c" <<'EOF'
asm (".include \"macros.h\"");
int zero (void) { int r; asm ("ZERO %0" : "=&r" (r) : : "cc"); return r; }
int lost (void) { int r; asm ("ZERO %0\n\tZERO %%ecx" : "=&r" (r) : : "cc"); return r; }
int inner (int x) { asm ("TWICE %%eax" : "+a" (x) : : "cc"); return x; }
int missing (int x) { asm (".include \"absent.h\"\n\tnop" : "+r" (x)); return x; }
int circle (int x) { asm (".include \"again.h\"" : "+r" (x)); return x; }
EOF
compile -O2 -I"$TMP/inc" -fplugin-arg-avow-report="$TMP/r" -S -o /dev/null "$TMP/t.c"
ended "include" 0
verdict () { has "$1" "$TMP/r" "\"function\":\"$1\".*\"verdict\":\"$2\"$3"; }
verdict zero verified ''
verdict lost violation ''
verdict inner verified ''
verdict missing unverified '.*reads another file'
verdict circle unverified '.*too large'
has "the register" "$TMP/out" "changes register 'rcx'"
rm -f "$TMP/r"
compile -O2 -fplugin-arg-avow-report="$TMP/r" -S -o /dev/null "$TMP/t.c"
ended "without the path" 0
verdict zero unverified '.*assembler macro'
finish
