# variants: i386

configure() {
	./configure --host="$HOST" --disable-shared --disable-docs
}

compile() {
	make -k -j"$JOBS"
}
