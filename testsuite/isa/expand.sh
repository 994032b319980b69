# expand.sh - macros, conditions and repetitions are carried out as GNU as does (see check-expand).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
for what in "" "--random 60"; do
  # shellcheck disable=SC2086
  if "$PYTHON" testsuite/isa/check-expand --avow "$AVOW" $what >"$TMP/expand" 2>&1; then pass
  else fail "check-expand $what"; head -40 "$TMP/expand"; fi
done
finish
