# needs: autoconf automake libtool

configure() {
	./autogen.sh
	./configure --host="$HOST" --disable-shared --enable-static --without-java --without-go --disable-doxygen-doc
}

compile() {
	make -k -j"$JOBS"
}
