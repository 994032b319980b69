# variants: i386

configure() {
	./configure --host="$HOST" --disable-shared --enable-expopt=full
}

compile() {
	make -k -j"$JOBS"
}
