# variants: i386

configure() {
	./configure --host="$HOST" --enable-sse2 --enable-avx --enable-avx2 --enable-threads --disable-fortran --disable-doc
}

compile() {
	make -k -j"$JOBS" -C kernel
	make -k -j"$JOBS" -C simd-support
	make -k -j"$JOBS" -C threads
	make -k -j"$JOBS" -C tests
	make -k -j"$JOBS" -C libbench2
}
