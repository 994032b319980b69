# The build itself: where the plugin is, what is said when headers are missing, and
# that scripts/new-rule makes something that compiles.
. "$TOP/testsuite/sh/lib.sh"

where=$(make -s print-plugin CC="$CC" B="$BUILD")
if [ "$(readlink -f "$where")" = "$(readlink -f "$PLUGIN")" ]; then pass; else fail "print-plugin says $where, not $PLUGIN"; fi

# A compiler without plugin headers: one clear message that names the package.
cat >"$TMP/gcc-99" <<'EOT'
#!/bin/sh
case $1 in
  -dumpmachine) echo x86_64-linux-gnu ;;
  -dumpfullversion|-dumpversion) echo 99.1.0 ;;
  -print-file-name=plugin) echo plugin ;;
esac
EOT
chmod +x "$TMP/gcc-99"
make -s plugin CC="$TMP/gcc-99" B="$TMP/b" >"$TMP/out" 2>&1 && fail "no headers, but make succeeded"
has "names the package" "$TMP/out" 'gcc-99-plugin-dev .*libgmp-dev libmpfr-dev'

# What needs no installing is quick and silent.
CC=$CC scripts/deps try >"$TMP/out" 2>&1 || fail "scripts/deps try"
hasnt "nothing to install, nothing to say" "$TMP/out" .
bad "deps: unknown set" scripts/deps nonsense

# Without rights or network the packages are named; nothing is installed here.
mkdir "$TMP/bin"
printf '#!/bin/sh\nexit 1\n' >"$TMP/bin/dpkg-query"
printf '#!/bin/sh\necho "E: no network" >&2\nexit 100\n' >"$TMP/bin/apt-get"
printf '#!/bin/sh\nexec "$@"\n' >"$TMP/bin/sudo"
chmod +x "$TMP"/bin/*
CC="$TMP/gcc-99" PATH="$TMP/bin:$PATH" scripts/deps try >"$TMP/out" 2>&1 && fail "deps succeeded without packages"
has "deps names the packages" "$TMP/out" 'apt-get install .*gcc-99-plugin-dev'
has "deps shows apt's reason" "$TMP/out" 'no network'

# scripts/new-rule, in a copy.
mkdir "$TMP/tree"
cp -R Makefile scripts plugin docs "$TMP/tree"
mkdir -p "$TMP/tree/testsuite/gcc"
ok "new-rule" "$TMP/tree/scripts/new-rule" test-rule 'says "nothing"'
ok "the new rule compiles" ${HOSTCC:-gcc} -std=c11 -Wall -Wextra -pedantic -Werror -I "$TMP/tree/plugin" \
  -c -o "$TMP/rule.o" "$TMP/tree/plugin/rules/rule_test_rule.c"
for f in docs/rules/test-rule.md testsuite/gcc/test-rule/bad-1.c testsuite/gcc/test-rule/good-1.c; do
  ok "new-rule makes $f" test -s "$TMP/tree/$f"
done
bad "new-rule twice" "$TMP/tree/scripts/new-rule" test-rule
bad "new-rule, bad name" "$TMP/tree/scripts/new-rule" Bad_Name
bad "new-rule, no name" "$TMP/tree/scripts/new-rule"

# Every rule has its page, and its good and bad tests.
for rule in $(sed -n 's/^RULE ([A-Z0-9_]*, "\([a-z-]*\)".*/\1/p' plugin/rules/rules.def); do
  ok "page of $rule" test -s "docs/rules/$rule.md"
  ok "bad tests of $rule" sh -c "ls testsuite/gcc/$rule/bad-*.c*"
  ok "good tests of $rule" sh -c "ls testsuite/gcc/$rule/good-*.c*"
done

# The demonstration of README.
case $($CC -dumpmachine) in
  x86_64-*)
    ok "make try" docs/demo/try "$CC" "$BUILD"
    has "make try shows the wrong output" "$TMP/ok" 'WRONG'
    has "make try shows the repair" "$TMP/ok" 'repaired' ;;
esac
finish
