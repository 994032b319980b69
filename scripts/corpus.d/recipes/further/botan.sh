# needs: python3

configure() {
	python3 configure.py --cc-bin="$CXX" --without-documentation --cc=gcc --cpu=x86_64
}

compile() {
	make -k -j"$JOBS" libs
}
