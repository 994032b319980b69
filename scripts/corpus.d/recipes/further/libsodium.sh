# needs: autoconf automake libtool
# variants: i386

configure() {
	autoreconf -fi
	./configure --host="$HOST" --disable-shared
}

compile() {
	make -k -j"$JOBS"
	make -k -j"$JOBS" check TESTS=
}
