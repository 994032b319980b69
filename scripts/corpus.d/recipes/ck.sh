# variants: i386
# The library is small; nearly all asm is in its headers, which the regression tests use.

# Its configure wants CC to be one word, and adds -m32 by itself.
configure() {
	CC=${CC%% *}
	if [ "$VARIANT" = i386 ]; then platform=i686; else platform=${HOST%%-*}; fi
	PLATFORM=$platform CC=$CC ./configure
}

compile() {
	make -k -j"$JOBS" all
	make -k -j"$JOBS" -C regressions all
}
