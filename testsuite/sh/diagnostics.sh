# avow's messages behave as GCC's own: -w, -Werror, system headers, macros, the
# compiler's JSON, one message per statement however often it is inlined.
. "$TOP/testsuite/sh/lib.sh"

bad='asm volatile ("xorl %%ebx, %%ebx" : : : "cc")'
tag='\[avow:clobber-register\]'
echo "void f (void) { $bad; }" >"$TMP/t.c"

compile -S -o /dev/null "$TMP/t.c"
ended "a warning" 0
has "a warning" "$TMP/out" "t\.c:1:17: warning: .*$tag"
has "in its function" "$TMP/out" "In function .f.:"
compile -w -S -o /dev/null "$TMP/t.c"
ended "-w" 0
hasnt "-w silences" "$TMP/out" avow
compile -Werror -S -o /dev/null "$TMP/t.c"
ended "-Werror" 1
has "-Werror" "$TMP/out" "error: .*$tag"
# A note without its warning would hang in the air.
compile -w -S -o /dev/null "$TMP/t.c"
hasnt "-w silences notes" "$TMP/out" 'note:'

# System headers.
mkdir "$TMP/sys"
echo "static inline void g (void) { $bad; }" >"$TMP/sys/sys.h"
printf '#include <sys.h>\nvoid f (void) { g (); }\n' >"$TMP/h.c"
compile -isystem "$TMP/sys" -S -o /dev/null "$TMP/h.c"
ended "system header" 0
hasnt "a system header is quiet" "$TMP/out" avow
compile -isystem "$TMP/sys" -Wsystem-headers -S -o /dev/null "$TMP/h.c"
has "-Wsystem-headers" "$TMP/out" "sys\.h:1:.*$tag"
compile -I "$TMP/sys" -S -o /dev/null "$TMP/h.c"
has "an ordinary header" "$TMP/out" "sys\.h:1:.*$tag"

# A macro: at the place of use, as GCC has it; the definition in a note.
printf '#define BAD %s\nvoid f (void)\n{\n  BAD;\n}\n' "$bad" >"$TMP/m.c"
compile -S -o /dev/null "$TMP/m.c"
has "a macro" "$TMP/out" "m\.c:[14]:.*$tag"

# Inlined a hundred times, reported once.
{ echo "static inline __attribute__ ((always_inline)) void g (void) { $bad; }"
  echo 'void f (void) {'; i=0; while [ $i -lt 100 ]; do echo 'g ();'; i=$((i + 1)); done; echo '}'; } >"$TMP/i.c"
compile -O2 -S -o /dev/null "$TMP/i.c"
if [ "$(grep -c "warning: .*$tag" "$TMP/out")" = 1 ]; then pass; else fail "inlined: not once"; head -5 "$TMP/out"; fi

# The compiler's own JSON.
if $CC -fdiagnostics-format=json -S -o /dev/null "$TMP/t.c" 2>/dev/null; then
  compile -fdiagnostics-format=json -S -o /dev/null "$TMP/t.c"
  printf 'import json,sys\nd=json.load(open(sys.argv[1]))\nassert any("[avow:" in x["message"] for x in d)\n' >"$TMP/j.py"
  ok "-fdiagnostics-format=json" "$PYTHON" "$TMP/j.py" "$TMP/out"
fi

# -fsyntax-only checks too, and a function that is never called.
compile -fsyntax-only "$TMP/t.c"
has "-fsyntax-only" "$TMP/out" "$tag"
echo "static __attribute__ ((unused)) void f (void) { $bad; }" >"$TMP/u.c"
compile -O2 -S -o /dev/null "$TMP/u.c"
has "an unused function" "$TMP/out" "$tag"
finish
