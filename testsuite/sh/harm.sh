# What is called latent does no harm: random functions with a broken statement,
# executed (testsuite/harm/check-harm; more of them with --seed and -n).
. "$TOP/testsuite/sh/lib.sh"

case $($CC -dumpmachine) in
  x86_64-*)
    for kind in reg rz nb; do
      ok "harm, $kind" "$PYTHON" testsuite/harm/check-harm --cc "$CC" --plugin "$PLUGIN" -n 60 --kind $kind \
         --options=-O0 --options=-O2
    done ;;
  *) skip "no x86-64" ;;
esac
finish
