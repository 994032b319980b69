# needs: libgmp-dev

configure() {
	cd src
	./configure CXX="g++" NTL_GMP_LIP=on TUNE=x86 NATIVE=off NTL_THREADS=on || :
	cd ..
}

compile() {
	make -k -C src setup1 setup2 setup3 CXX=g++ || :
	make -k -C src -j"$JOBS" CXX="$CXX" ntl.a
}
