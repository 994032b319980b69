# The driver judged by itself: every testsuite/driver/*/pass-* must pass, every
# fail-* must fail, and for the reason that its "reason:" comments give.
. "$TOP/testsuite/sh/lib.sh"

# judge FOLDER OPTIONS...
judge ()
{
  root=testsuite/driver/$1; shift
  log=$TMP/log
  "$PYTHON" testsuite/run --cc "$CC" --build "$TMP/build" --root "$root" -v "$@" gcc >"$log" 2>&1
  for f in "$root"/*; do
    case $f in
      */pass-*) has "$f passes" "$log" "^ *1 passed +0 failed  $f\$"
                hasnt "$f passes quietly" "$log" "^FAIL $f" ;;
      */skip-*) has "$f is skipped" "$log" "^ *0 passed +0 failed  $f\$" ;;
      */fail-*)
        has "$f fails" "$log" "^ *0 passed +1 failed  $f\$"
        grep "^FAIL $f:" "$log" >"$TMP/mine"
        sed -n 's,^/\* reason: \(.*\) \*/$,\1,p' "$f" >"$TMP/reasons"
        while IFS= read -r reason; do has "$f fails as it must" "$TMP/mine" "$reason"; done <"$TMP/reasons" ;;
    esac
  done
}

judge plain --no-plugin
[ -z "$PLUGIN" ] || judge avow --plugin "$PLUGIN"

# A failing run ends with its total and says so in its status.
bad "status of a run with a failure" "$PYTHON" testsuite/run --no-plugin --cc "$CC" \
  --build "$TMP/build" --root testsuite/driver/plain -k fail-excess gcc
ok "status of a run without" "$PYTHON" testsuite/run --no-plugin --cc "$CC" \
  --build "$TMP/build" --root testsuite/driver/plain -k /pass gcc
bad "nothing ran" "$PYTHON" testsuite/run --no-plugin --cc "$CC" \
  --build "$TMP/build" --root testsuite/driver/plain -k no-such-test gcc
finish
