# lanes.sh - elements of vectors that do not get into others (lane=), against the processor.
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
if grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo; then
  "$PYTHON" testsuite/isa/lanes.py "$TOP" >"$TMP/lanes.c"
  ok "compiles" "${HOSTCC:-gcc}" -O1 -mavx2 -mfma -Iplugin -Itestsuite/isa -o "$TMP/lanes" "$TMP/lanes.c" plugin/model/lanes.c
  ok "elements stay apart" "$TMP/lanes"
else
  skip "no AVX2 here"
fi
finish
