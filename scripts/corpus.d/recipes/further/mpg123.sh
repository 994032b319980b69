# variants: i386

configure() {
	./configure --host="$HOST" --disable-shared --with-audio=dummy
}

compile() {
	make -k -j"$JOBS"
}
