# The text that avow renders for each asm statement is what GCC writes: for the
# compile tests, at several levels, in both dialects and modes.  `make
# check-text' does it for more of them, and for a package.
. "$TOP/testsuite/sh/lib.sh"

for options in "-O0 -g" "-O2" "-O3 -masm=intel -fPIC"; do
  ok "rendered text, $options" "$PYTHON" testsuite/text/check-text --cc "$CC" --plugin "$PLUGIN" \
     --options " $options" --sample 6 testsuite/gcc/*/*.c
done
if [ -n "$M32" ]; then
  ok "rendered text, -m32" "$PYTHON" testsuite/text/check-text --cc "$CC" --plugin "$PLUGIN" \
     --options " -m32 -O2" --sample 6 testsuite/gcc/*/*.c
fi
finish
