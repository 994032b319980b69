# A plugin built for another GCC is refused, with both versions named.
. "$TOP/testsuite/sh/lib.sh"

printf 'int x;\n' >"$TMP/t.c"
v=$($CC -dumpfullversion)
other=$(printf %s "$v" | sed 's/[0-9]$/x/; s/x$/9/; s/9$/&/')
[ "$other" != "$v" ] || other=$(printf %s "$v" | sed 's/[0-9]$/8/')
# The version is a string of the same length in the file.
mkdir "$TMP/other"
LC_ALL=C sed "s/$(printf %s "$v" | sed 's/\./\\./g')/$other/g" "$PLUGIN" >"$TMP/other/avow.so"
$CC -fplugin="$TMP/other/avow.so" -S -o "$TMP/t.s" "$TMP/t.c" >"$TMP/out" 2>&1
status=$?
ended "another version" 1
has "names the version it was built for" "$TMP/out" "error: .*built for GCC $(printf %s "$other" | sed 's/\./\\./g')"
has "names the version that runs" "$TMP/out" "this is GCC $(printf %s "$v" | sed 's/\./\\./g')"
has "says what to do" "$TMP/out" "make CC="

# The same compiler through another name is accepted.
compile -S -o /dev/null "$TMP/t.c"
ended "the same version" 0

# clang must refuse it, not ignore it.
if command -v clang >/dev/null 2>&1; then
  bad "clang refuses the plugin" clang -fplugin="$PLUGIN" -c -o /dev/null "$TMP/t.c"
fi

finish
