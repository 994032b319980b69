# patch=FILE and avow fix: the sources come out right, once, and stay so.
. "$TOP/testsuite/sh/lib.sh"

export CC CXX PLUGIN TMP M32
if command -v patch >/dev/null; then
  ok "mended repair tests" "$PYTHON" testsuite/sh/patch.py
fi

if command -v patch >/dev/null; then
  ok "random statements" "$PYTHON" testsuite/fuzz/repair.py -n 2
fi

# A tree whose two units use one macro of a header; one file has no newline at its end, one has DOS lines.
mkdir -p "$TMP/tree/src" "$TMP/tree/include"
cat >"$TMP/tree/include/m.h" <<'EOT'
/* \344 is not UTF-8 */
#define SWAP(x)                         \
  asm ("movl %0, %%ecx\n\t"             \
       "bswapl %0" : "+r" (x))
#define ASM asm
#define HIDDEN(x) ASM ("movl %0, %%edx" : : "r" (x))
#define NOP "nop"
EOT
printf '#include "m.h"\nint f (int x) { SWAP (x); SWAP (x); return x; }\nint h (int x) { HIDDEN (x); return x; }\r\nvoid n (void) { asm (NOP "; movl $0, %%%%ebx" : : ); }' >"$TMP/tree/src/a.c"
printf '#include "m.h"\r\nint g (int x)\r\n{\r\n  SWAP (x);\r\n  asm ("negl %%0" : : "r" (x) : "cc");\r\n  return x;\r\n}\r\n' >"$TMP/tree/src/b.c"
chmod 640 "$TMP/tree/src/b.c"
cat >"$TMP/tree/compile_commands.json" <<EOT
[{"directory": "$TMP/tree/src", "file": "a.c", "command": "$CC -O2 -I../include -MD -c -o a.o a.c"},
 {"directory": "$TMP/tree/src", "file": "b.c", "arguments": ["$CC", "-O2", "-I../include", "-c", "b.c", "-o", "b.o"]}]
EOT
cp -r "$TMP/tree" "$TMP/before"
cp -r "$TMP/tree" "$TMP/pristine"
cd "$TMP/tree" || exit 1
fix () { "$AVOW" fix --plugin "$PLUGIN" "$@" >"$TMP/diff" 2>"$TMP/err"; status=$?; }

fix
if [ "$status" = 1 ]; then pass; else fail "avow fix: status $status"; cat "$TMP/err"; fi
ok "nothing is written without --apply" diff -r "$TMP/before" "$TMP/tree"
has "the macro keeps its shape" "$TMP/diff" '^\+       "bswapl %0" : "\+r" \(x\) : : ".*"ecx"|^\+       "bswapl %0" : "\+r" \(x\) : : "cc", "rcx"|^\+       "bswapl %0" : "\+r" \(x\) : : "rcx"'
hasnt "what a macro hides is left alone" "$TMP/diff" '^[+-].*HIDDEN'
has "a file without a newline at its end" "$TMP/diff" '^\+.*NOP .*: "rbx"'
fix --apply
if [ "$status" = 0 ]; then pass; else fail "avow fix --apply: status $status"; cat "$TMP/err"; fi
ok "the shown diff is what was done" sh -c "cd '$TMP/before' && patch -p1 -s <'$TMP/diff' && diff -r '$TMP/before' '$TMP/tree'"
ok "the mode stays" test "$(stat -c %a src/b.c)" = 640
ok "DOS lines stay" test "$(grep -c "$(printf '\r')" src/b.c)" = 7
fix
if [ "$status" = 0 ]; then pass; else fail "a second run: status $status"; cat "$TMP/diff" "$TMP/err"; fi
ok "no temporary file stays" test -z "$(find . -name '.avow-*')"

# Nothing outside of the root.
cp -r "$TMP/pristine/." "$TMP/tree"
fix --apply --root src
hasnt "not outside of the root" "$TMP/diff" '^[-+].*m\.h'
has "and it is said" "$TMP/err" 'm.h is outside'

# A unit that does not compile; a database that is none.
echo 'int x = ;' >src/a.c
fix
if [ "$status" = 2 ]; then pass; else fail "a broken unit: status $status"; fi
has "a broken unit is named" "$TMP/err" 'a\.c does not compile'
fix -p "$TMP/none"
if [ "$status" = 1 ] || [ "$status" = 2 ]; then pass; else fail "no database: status $status"; fi
has "no database" "$TMP/err" 'cannot read the database'
cd "$TOP" || exit 1

# What is not needed is left out when asked for, as long as the statement stays as clean; the second time nothing is left.
cat >"$TMP/r.c" <<'EOT'
int swap (int x) { asm volatile ("bswap %0" : "+r" (x) : : "rcx", "memory"); return x; }
int late (int x, int y) { int r; asm ("leal (%1,%2), %0" : "=&r" (r) : "r" (x), "r" (y)); return r; }
int kept (int x, int y) { int r = 0; asm ("movl %1, %0; addl %2, %0" : "+r" (r) : "r" (x), "r" (y) : "cc", "rsi"); return r; }
int full (int x) { int r = 0; asm ("leal 1(%1), %0" : "+r" (r) : "r" (x) : "rdx"); return r; }
void sum (int *p, const int *q) { asm ("movl (%0), %%eax; addl (%1), %%eax; movl %%eax, 4(%0)" : : "r" (p), "r" (q) : "memory", "eax", "cc"); }
int *next (void);
void bump (void) { asm volatile ("addl $1, (%0)" : : "r" (next ()) : "cc", "memory"); }
void store (int *p) { asm volatile ("movl $1, (%0)" : : "r" (p) : "memory"); }
EOT
cat >"$TMP/r.want" <<'EOT'
int swap (int x) { asm ("bswap %0" : "+r" (x)); return x; }
int late (int x, int y) { int r; asm ("leal (%1,%2), %0" : "=r" (r) : "r" (x), "r" (y)); return r; }
int kept (int x, int y) { int r = 0; asm ("movl %1, %0; addl %2, %0" : "+r" (r) : "r" (x), "r" (y) : "cc"); return r; }
int full (int x) { int r = 0; asm ("leal 1(%1), %0" : "=r" (r) : "r" (x)); return r; }
void sum (int *p, const int *q) { asm volatile ("movl (%1), %%eax; addl (%2), %%eax; movl %%eax, 4(%1)" : "+m" (*(char (*)[8]) p) : "r" (p), "r" (q), "m" (*q) : "eax", "cc"); }
int *next (void);
void bump (void) { asm volatile ("addl $1, (%0)" : : "r" (next ()) : "cc", "memory"); }
void store (int *p) { asm volatile ("movl $1, (%0)" : : "r" (p) : "memory"); }
EOT
cd "$TMP" || exit 1
compile -fplugin-arg-avow-patch="$TMP/r.patch" -S -o /dev/null r.c
ok "no advice in a patch that was not asked for it" test ! -s "$TMP/r.patch"
compile -fplugin-arg-avow-refine -fplugin-arg-avow-patch="$TMP/r.patch" -S -o /dev/null r.c
ok "the advice applies" patch -s -p1 -i "$TMP/r.patch"
ok "the advice is followed" diff "$TMP/r.want" "$TMP/r.c"
rm -f "$TMP/r.patch"
compile -fplugin-arg-avow-refine -fplugin-arg-avow-patch="$TMP/r.patch" -S -o /dev/null r.c
ok "the advice is followed once" test ! -s "$TMP/r.patch"
cd "$TOP" || exit 1

# Pieces of the template, or the end of the clobber list, out of macros: what is written out is changed, as long as the
# template may stay as it is.  A register that is pieced together is no register.
cat >"$TMP/m.c" <<'EOT'
#define LOCK "lock; "
#define STR_(x) #x
#define STR(x) STR_(x)
#define OFF 4
#define XMM(...) __VA_ARGS__
#define REG "x"
#define NONE
void a (int *p) { asm volatile (LOCK "incl %0; movl $1, %%ebx" : "+m" (*p) : : "cc"); }
void b (int *p) { asm volatile ("movl $1, " STR (OFF) "(%0)" : : "r" (p)); }
int c (int *p) { int r; asm volatile ("movl " STR (OFF) "(%1), %0" : "=r" (r) : "r" (p)); return r; }
void d (int x) { asm volatile ("movl %0, %%ebx; pxor %%xmm1, %%xmm1" : : "r" (x) : "memory" XMM (, "xmm1")); }
void e (int x) { asm volatile ("movl %0, %%ebx; pxor %%xmm1, %%xmm1" : : "r" (x) : XMM ("xmm1")); }
void f (int x) { asm volatile ("movl %0, %%ebx; movl $0, %%ecx" : : "r" (x) : "c" REG); }
void g (int x) { asm volatile (NONE "negl %0" STR (;) : : "r" (x)); }
#define OP(name, op) void name (int *p) { asm volatile (LOCK #op "l $1, %0; movl $1, %%ebx" : "+m" (*p) : : "cc"); }
OP (x, add)
OP (y, sub)
#define ZERO(reg) asm volatile ("pxor %%" reg ", %%" reg : : : "xmm0")
void z (void) { ZERO ("xmm1"); ZERO ("xmm0"); ZERO ("xmm2"); ZERO ("xmm1"); }
EOT
cat >"$TMP/m.want" <<'EOT'
void a (int *p) { asm volatile (LOCK "incl %0; movl $1, %%ebx" : "+m" (*p) : : "cc", "rbx"); }
void b (int *p) { asm volatile ("movl $1, " STR (OFF) "(%0)" : : "r" (p) : "memory"); }
int c (int *p) { int r; asm volatile ("movl " STR (OFF) "(%1), %0" : "=r" (r) : "r" (p), "m" (*(const char (*)[4]) ((const char *) p + 4))); return r; }
void d (int x) { asm volatile ("movl %0, %%ebx; pxor %%xmm1, %%xmm1" : : "r" (x) : "memory", "rbx" XMM (, "xmm1")); }
#define OP(name, op) void name (int *p) { asm volatile (LOCK #op "l $1, %0; movl $1, %%ebx" : "+m" (*p) : : "cc", "rbx"); }
#define ZERO(reg) asm volatile ("pxor %%" reg ", %%" reg : : : "xmm0", "xmm2", "xmm1")
EOT
cd "$TMP" || exit 1
compile -fplugin-arg-avow-patch="$TMP/m.patch" -S -o /dev/null m.c
sed -n 's/^+\([^+]\)/\1/p' m.patch >"$TMP/m.got"
ok "around macros" diff "$TMP/m.want" "$TMP/m.got"
ok "it applies" patch -s -p1 -i "$TMP/m.patch"
rm -f "$TMP/m.patch"
compile -fplugin-arg-avow-patch="$TMP/m.patch" -S -o /dev/null m.c
ended "it compiles" 0
ok "around macros, once" test ! -s "$TMP/m.patch"
cd "$TOP" || exit 1

# A file that is named by a way up has its whole name: patch refuses others.
mkdir -p "$TMP/up/sub"
printf 'static inline int f (int *p) { int r; asm ("movl (%%1), %%0" : "=r" (r) : "r" (p)); return r; }\n' >"$TMP/up/u.h"
cd "$TMP/up/sub" || exit 1
compile -I.. -fplugin-arg-avow-patch="$TMP/u.patch" -S -o /dev/null -include ../u.h -x c - <<'EOT'
int g (int *p) { return f (p); }
EOT
has "no way up in a patch" "$TMP/u.patch" "^--- a$TMP/up/u.h\$"
cd "$TOP" || exit 1

# Fix-it hints: one for each place, on its lines, also in a macro; none where nothing is offered.
cat >"$TMP/h.c" <<'EOT'
#define BUMP(x)                     \
  asm ("movl %0, %%ecx\n\t"         \
       "incl %0" : "+r" (x))
int load (int *p) { int r; asm ("movl (%1), %0" : "=r" (r) : "r" (p)); return r; }
int two (int x, int y)
{
  BUMP (x);
  BUMP (y);
  return x + y;
}
void none (void) { asm volatile ("movl $1, %%ebp" : : ); }
#line 100 "other.c"
int elsewhere (int *p) { int r; asm ("movl (%1), %0" : "=r" (r) : "r" (p)); return r; }
EOT
cd "$TMP" || exit 1
compile -fdiagnostics-parseable-fixits -S -o /dev/null h.c
grep '^fix-it' "$TMP/out" >"$TMP/hints"
cat >"$TMP/hints.want" <<'EOT'
fix-it:"h.c":{4:69-4:69}:", \"m\" (*p)"
fix-it:"h.c":{3:28-3:28}:" : : \"rcx\""
EOT
ok "the hints" diff "$TMP/hints.want" "$TMP/hints"
has "the hint is shown below the line" "$TMP/out" '^ +\| +, "m" \(\*p\)$'
compile -fplugin-arg-avow-mode=fix -S -o /dev/null "$TOP/testsuite/gcc/repair/twice.c"
ended "hints in another order than the text" 0
has "all are shown" "$TMP/out" '^ +\| +\+ +, "\+m" \(\*p\)$'
compile -w -fdiagnostics-parseable-fixits -S -o /dev/null h.c
hasnt "no hint without a message" "$TMP/out" 'fix-it'
compile -fplugin-arg-avow-mode=fix -fdiagnostics-generate-patch -S -o /dev/null h.c
sed -n '/^--- h.c/,$p' "$TMP/out" >"$TMP/h.patch"
ok "GCC's patch applies" patch -s h.c "$TMP/h.patch"
compile -fplugin-arg-avow-disable=clobber-flags,reserved-register -S -o /dev/null h.c
ok "and mends what was hinted at" test "$(grep -c 'warning:' "$TMP/out")" = 1
cd "$TOP" || exit 1

# patch=FILE that cannot be written is an error.
printf 'void f (void) { asm volatile ("movl $1, %%%%ebx" : : : "cc"); }\n' >"$TMP/t.c"
compile -fplugin-arg-avow-patch="$TMP/none/p" -S -o /dev/null "$TMP/t.c"
ended "patch in no folder" 1
has "patch in no folder" "$TMP/out" 'cannot open the patch'
finish
