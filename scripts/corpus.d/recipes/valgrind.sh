# variants: i386

configure() {
	if [ "$VARIANT" = i386 ]; then only=--enable-only32bit; else only=--enable-only64bit; fi
	./configure --host="$HOST" CC="$CC" --disable-dependency-tracking "$only"
}

compile() {
	make -k -j"$JOBS"
}
