# variants: i386
# Inline asm only: the assembler sources need nasm and a lot of time, and hold nothing for a compiler plugin.

configure() {
	./configure --cc="$CC" --arch="${HOST%%-*}" --target-os=linux --disable-autodetect --disable-doc --disable-programs \
		--disable-x86asm --disable-stripping --enable-gpl
}

compile() {
	make -k -j"$JOBS"
}
