# variants: i386

configure() {
	./configure --target="$HOST" --prefix="$PWD/inst"
}

compile() {
	make -k -j"$JOBS" CC="$CC"
}
