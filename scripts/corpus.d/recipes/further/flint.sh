# needs: libgmp-dev libmpfr-dev

configure() {
	./configure --disable-shared CC="$CC" CXX="$CXX" ABI=64
}

compile() {
	make -k -j"$JOBS" library AT=
}
