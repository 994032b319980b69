# Random statements, executed: nothing happens that avow called impossible (docs/soundness.md).
. "$TOP/testsuite/sh/lib.sh"

unset MAKEFLAGS MAKELEVEL
case $(uname -m) in x86_64) ;; *) skip "no native execution on this machine"; pass; finish ;; esac
ok "build" make -s soundness
"$BUILD/soundness" --bodies "${AVOW_SOUNDNESS:-2000}" --seed 1 --tmp "$TMP/s" "$BUILD/soundness.forms" >"$TMP/out" 2>&1 || :
if grep -q ' passed, 0 failed$' "$TMP/out"; then pass; else fail "soundness"; tail -n 40 "$TMP/out"; fi
has "verified statements ran" "$TMP/out" '[0-9]{3,} verified, [0-9]{3,} with defects'
# The test can fail: with rules off, what happens is not explained.
for rule in clobber-register earlyclobber output-read memory-write; do
  "$BUILD/soundness" --bodies 2000 --seed 2 --without $rule --no-shrink --tmp "$TMP/s" "$BUILD/soundness.forms" >"$TMP/out" 2>&1 || :
  has "without $rule" "$TMP/out" ' passed, [1-9][0-9]* failed$'
done
finish
