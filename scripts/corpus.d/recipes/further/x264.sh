# needs: nasm
# variants: i386

configure() {
	if [ "$VARIANT" = i386 ]; then host=i686-linux-gnu; else host=$HOST; fi
	CC="$CC" ./configure --host="$host" --enable-static --disable-opencl --extra-cflags="$M" --extra-ldflags="$M"
}

compile() {
	make -k -j"$JOBS" AS=true
}
