# calls=FILE: a project's own descriptions of called routines.
. "$TOP/testsuite/sh/lib.sh"

cat >"$TMP/t.c" <<'EOT'
long f (long x) { long r; asm ("call mine" : "=a" (r) : "D" (x) : "cc"); return r; }
EOT
printf 'mine rdi:r rax:w flags:w\n' >"$TMP/right"
printf 'mine rdi:r rax:w rcx:w flags:w\n' >"$TMP/more"
printf '# mine\nmine rdi:r rax:wx\n' >"$TMP/wrong"

compile -O2 -mno-red-zone -fplugin-arg-avow-unverified=error -S -o /dev/null "$TMP/t.c"
ended "not described" 1
has "not described" "$TMP/out" 'effects are not known'
compile -O2 -mno-red-zone -fplugin-arg-avow-unverified=error -fplugin-arg-avow-calls="$TMP/right" -S -o /dev/null "$TMP/t.c"
ended "described" 0
compile -O2 -mno-red-zone -fplugin-arg-avow-calls="$TMP/more" -S -o /dev/null "$TMP/t.c"
has "described with more" "$TMP/out" 'may destroy rcx.*call-clobber'
compile -fplugin-arg-avow-calls="$TMP/wrong" -S -o /dev/null "$TMP/t.c"
ended "described wrongly" 1
has "described wrongly" "$TMP/out" "wrong:2: 'rax:wx' is not understood"
compile -fplugin-arg-avow-calls="$TMP/none" -S -o /dev/null "$TMP/t.c"
ended "no such file" 1
has "no such file" "$TMP/out" 'cannot read'
finish
