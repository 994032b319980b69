# lib.sh - sourced by the shell tests.
#
#   ok NAME COMMAND...      passes when COMMAND succeeds
#   bad NAME COMMAND...     passes when COMMAND fails in the ordinary way (status 1 or 2)
#   has NAME FILE REGEX     FILE has a line that matches (grep -E)
#   hasnt NAME FILE REGEX
#   compile ARGS...         $CC with the plugin; output in $TMP/out, status in $status
#   skip REASON
#   finish                  prints the total; the last line of every test
#
# The driver sets TOP BUILD TMP CC CXX PLUGIN AVOW M32 PYTHON.
passed=0 failed=0
: "${TOP:?run this by testsuite/run sh}" "${TMP:?}"
cd "$TOP" || exit 1

pass () { passed=$((passed + 1)); }
fail () { failed=$((failed + 1)); echo "FAIL: $*"; }
skip () { echo "SKIP $*"; }

ok () { _name=$1; shift; if "$@" >"$TMP/ok" 2>&1; then pass; else fail "$_name"; tail -5 "$TMP/ok"; fi; }
bad () {
  _name=$1; shift; _status=0
  "$@" >"$TMP/ok" 2>&1 || _status=$?
  case $_status in 1|2) pass ;; *) fail "$_name: status $_status"; tail -5 "$TMP/ok" ;; esac
}
has () { if grep -Eq -e "$3" "$2"; then pass; else fail "$1: no line matches '$3' in:"; head -20 "$2"; fi; }
hasnt () { if grep -Eq -e "$3" "$2"; then fail "$1: found '$3':"; grep -E -m3 -e "$3" "$2"; else pass; fi; }

compile ()
{
  status=0
  $CC -fplugin="$PLUGIN" -fdiagnostics-color=never "$@" >"$TMP/out" 2>&1 || status=$?
}
# The last compile ended with STATUS, and no ICE.
ended ()
{
  if grep -q 'internal compiler error\|Segmentation fault\|plugin.*failed' "$TMP/out"; then
    fail "$1: compiler crashed"; tail -5 "$TMP/out"
  elif [ "$status" != "$2" ]; then fail "$1: status $status, wanted $2"; tail -5 "$TMP/out"
  else pass; fi
}

finish () { echo "$passed passed, $failed failed"; [ "$failed" = 0 ]; exit $?; }
