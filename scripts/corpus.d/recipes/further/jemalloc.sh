# needs: autoconf
# variants: i386

configure() {
	autoconf
	./configure --host="$HOST" EXTRA_CFLAGS=-O2
}

compile() {
	make -k -j"$JOBS" build_lib_static
	make -k -j"$JOBS" tests_unit
}
