# run.sh - some forms of the tables, executed on this processor; `make check-isa-run' does them all.
# With one form in 40 fewer wrong rows are noticed than there (90 % and more).
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
unset MAKEFLAGS MAKELEVEL
for mode in 64 32; do
  if [ $mode = 32 ] && [ -z "$M32" ]; then skip "no -m32"; continue; fi
  ok "build isa_run -m$mode" make -s exec-$mode
  ok "forms -m$mode" "$PYTHON" testsuite/isa/run-forms --mode $mode --every 40 --mutate 300 --least 70 --rows "$TMP/rows"
done
finish
