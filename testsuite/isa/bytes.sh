# bytes.sh - the instructions that x86 templates write as bytes (see check-bytes, check-decode).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
if "$PYTHON" testsuite/isa/check-bytes >"$TMP/bytes" 2>&1; then pass; else fail "check-bytes"; head -20 "$TMP/bytes"; fi
if "$PYTHON" testsuite/isa/check-decode >"$TMP/decode" 2>&1; then pass; else fail "check-decode"; head -20 "$TMP/decode"; fi
finish
