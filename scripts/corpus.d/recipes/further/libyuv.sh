# source: aom
# variants: i386
# The libyuv that comes with aom: its rows are inline asm.

configure() { :; }

compile() {
	for f in row scale rotate; do
		$CC -O2 -msse2 -Ithird_party/libyuv/include -c third_party/libyuv/source/"$f"_gcc.cc || :
	done
	$CC -O2 -msse2 -Ithird_party/libyuv/include -c third_party/libyuv/source/cpu_id.cc
}
