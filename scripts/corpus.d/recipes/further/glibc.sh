# needs: bison gawk linux-libc-dev
# variants: i386
# Its build starts over where a generated file is wrong, so it is asked for objects only.

configure() {
	mkdir build
	cd build
	../configure --prefix=/usr --host="$HOST" --build="$HOST" --disable-werror CC="$CC -O2" CXX="$CXX -O2"
}

compile() {
	make -k -C build -j"$JOBS" lib
	make -k -C build -j"$JOBS" others
}
