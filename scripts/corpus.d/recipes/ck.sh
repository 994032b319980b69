# variants: i386
# The library is small; nearly all asm is in its headers, which the regression tests use.

configure() {
	if [ "$VARIANT" = i386 ]; then platform=i686; else platform=${HOST%%-*}; fi
	PLATFORM=$platform ./configure
}

compile() {
	make -k -j"$JOBS" all
	make -k -j"$JOBS" -C regressions all
}
