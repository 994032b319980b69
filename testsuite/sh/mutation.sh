# Every promise of the statements that good-*.c tests show to be right, taken away: is it noticed?
# `make check-mutation' asks the same of real packages (docs/mutation.md).
. "$TOP/testsuite/sh/lib.sh"

"$PYTHON" testsuite/sh/capture.py --keep "$TMP/good.st" --only '/good' || fail "no statements were captured"
if "$BUILD/mutation" --list "$TMP/good.st" >"$TMP/out" 2>&1; then pass
else fail "missing promises are not noticed:"; tail -n 50 "$TMP/out"; fi
has "many statements" "$TMP/out" '^[0-9]{4,} statements, [0-9]{4,} verified$'
# Each kind of mutation occurs, so that a rate of 100 says something.
for rule in clobber-register clobber-flags memory-write memory-read earlyclobber output-read input-modified \
            register-read width-mismatch volatile-missing; do
  has "$rule has mutants" "$TMP/out" "^$rule +[1-9][0-9]+ "
done
# The test can fail: without a rule its mutants survive.
printf 'asm "movl $1, %%%%ebx"\nclobber "ebx"\nend\nasm "nop"\nclobber "ecx"\nend\n' >"$TMP/two"
"$BUILD/mutation" "$TMP/two" >"$TMP/out"
has "a needed clobber matters, another does not" "$TMP/out" 'a register clobber removed +2 +1 +1 +0 +0'
finish
