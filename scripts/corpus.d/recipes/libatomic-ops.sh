# source: binary libatomic-ops-dev
# variants: i386
# The source package cannot be fetched from every mirror. All its asm is in the headers, so units that call every
# operation the headers offer (once as compiler builtins, once as asm, with and without cmpxchg16b) stand for it.

configure() {
	unit builtin
	unit asm -DAO_DISABLE_GCC_ATOMICS
	unit pentium4 -DAO_DISABLE_GCC_ATOMICS -DAO_USE_PENTIUM4_INSTRS
	unit cx16 -DAO_DISABLE_GCC_ATOMICS -mcx16
}

# NAME OPTION...: NAME.c calls AO_x for each AO_HAVE_x that the headers define under these options.
unit() {
	name=$1
	shift
	echo "$@" >"$name.options"
	{
		echo '#include <atomic_ops.h>'
		echo '#include <atomic_ops.h>' | $CC -Iusr/include "$@" -E -dM - |
			sed -n 's/^#define AO_HAVE_\([a-z0-9_]*\).*/\1/p' | grep -v "^double_t\$" | sort -u | awk "$CALLS"
	} >"$name.c"
}

# shellcheck disable=SC2016 # awk's $
# The arguments of an operation follow from its name.
CALLS='
function type(op) {
	if (op ~ /test_and_set/) return "AO_TS_t"
	if (match(op, /^(char|short|int)_/)) return "unsigned " substr(op, 1, RLENGTH - 1)
	if (op ~ /double/) return "AO_double_t"
	return "AO_t"
}
{
	t = type($1); arguments = "p, a"
	if ($1 ~ /^nop/) arguments = ""
	else if ($1 ~ /load|test_and_set|(add|sub)1/) arguments = "p"
	else if ($1 ~ /^compare_double_and_swap_double/) arguments = "p, x, y, x, y"
	else if ($1 ~ /^compare_and_swap_double/) arguments = "p, x, x, y"
	else if ($1 ~ /compare_and_swap/) arguments = "p, a, b"
	result = $1 ~ /load|fetch|swap|test_and_set/ ? "(void)" : ""
	printf "void call_%s(volatile %s *p, %s a, %s b, AO_t x, AO_t y) { %sAO_%s(%s); }\n", $1, t, t, t, result, $1, arguments
}'

compile() {
	for name in builtin asm pentium4 cx16; do
		# shellcheck disable=SC2046 # several options
		$CC -O2 -Iusr/include $(cat "$name.options") -c "$name.c"
	done
}
