# needs: libgmp-dev

configure() {
	./configure --host="$HOST" --disable-shared --without-gmp
}

compile() {
	make -k -j"$JOBS"
}
