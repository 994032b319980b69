# intel.sh - statements in Intel syntax mean what GNU as makes of them (see check-intel).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
if "$PYTHON" testsuite/isa/check-intel --avow "$AVOW" --random 200 >"$TMP/intel" 2>&1; then pass
else fail check-intel; head -20 "$TMP/intel"; fi
finish
