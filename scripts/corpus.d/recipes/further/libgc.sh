# needs: libatomic-ops-dev
# variants: i386

configure() {
	./configure --host="$HOST" --disable-shared --enable-static
}

compile() {
	make -k -j"$JOBS"
	make -k -j"$JOBS" check TESTS=
}
