# exec.sh - the engine that runs instructions natively (testsuite/exec/), in both modes.
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
unset MAKEFLAGS MAKELEVEL
for mode in 64 32; do
  if [ $mode = 32 ] && [ -z "$M32" ]; then skip "no -m32"; continue; fi
  ok "build the engine -m$mode" make -s exec-$mode
  ok "engine -m$mode" build/exec/$mode/engine_test
done
finish
