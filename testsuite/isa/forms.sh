# forms.sh - GNU as accepts every form that the x86 tables claim (see check-forms).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
if "$PYTHON" testsuite/isa/check-forms >"$TMP/forms" 2>&1; then pass; else fail "check-forms"; head -20 "$TMP/forms"; fi
if "$PYTHON" testsuite/isa/check-gas >"$TMP/gas" 2>&1; then pass; else fail "check-gas"; head -20 "$TMP/gas"; fi
ok "isa-coverage" scripts/isa-coverage --check
finish
