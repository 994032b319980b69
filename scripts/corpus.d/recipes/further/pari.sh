# needs: libgmp-dev bison perl

configure() {
	CC="$CC" ./Configure --kernel=x86_64 --graphic=none --without-readline --without-gmp
}

compile() {
	make -k -j"$JOBS" gp
}
