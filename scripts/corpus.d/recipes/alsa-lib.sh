# variants: i386

configure() {
	./configure --host="$HOST" CC="$CC" --disable-dependency-tracking --disable-python --disable-shared --enable-static
}

compile() {
	make -k -j"$JOBS"
}
