# variants: i386
# FPM_INTEL is its inline asm, for 32-bit code.

configure() {
	CFLAGS="-O2 $M" ./configure --host="$HOST" --disable-shared --enable-fpm=intel
}

compile() {
	make -k -j"$JOBS"
}
