# needs: autoconf automake libtool
# variants: i386

configure() {
	autoreconf -fi
	./configure --host="$HOST" --disable-shared --enable-module-recovery --enable-experimental --enable-module-ecdh
}

compile() {
	make -k -j"$JOBS"
}
