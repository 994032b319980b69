# source: valgrind
# variants: i386
# An instruction zoo: the tests execute nearly every x86 instruction through inline asm.

configure() {
	if [ "$VARIANT" = i386 ]; then only=--enable-only32bit; else only=--enable-only64bit; fi
	./configure --host="$HOST" CC="$CC" --disable-dependency-tracking "$only"
}

compile() {
	# .SECONDARY keeps generated sources, which make would delete as intermediate files.
	for dir in none memcheck helgrind drd; do
		make -k -j"$JOBS" --eval=.SECONDARY: -C "$dir"/tests check || :
	done
}
