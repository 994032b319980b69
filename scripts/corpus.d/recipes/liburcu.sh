# variants: i386

configure() {
	./configure --host="$HOST" CC="$CC" --disable-dependency-tracking --disable-shared
}

compile() {
	make -k -j"$JOBS"
}
