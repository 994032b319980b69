# needs: nasm

configure() {
	CC="$CC" CXX="$CXX" LD="$CC" AS=nasm ./configure --target=x86_64-linux-gcc --disable-docs --disable-unit-tests --enable-runtime-cpu-detect
}

compile() {
	make -k -j"$JOBS"
}
