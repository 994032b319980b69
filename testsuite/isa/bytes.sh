# bytes.sh - the instructions that x86 templates write as bytes (see check-bytes).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
if "$PYTHON" testsuite/isa/check-bytes >"$TMP/bytes" 2>&1; then pass; else fail "check-bytes"; head -20 "$TMP/bytes"; fi
finish
