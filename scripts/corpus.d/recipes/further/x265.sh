# needs: cmake nasm

configure() {
	mkdir b
	cd b
	cmake ../source -DCMAKE_C_COMPILER=${CC%% *} -DCMAKE_CXX_COMPILER=${CXX%% *} -DENABLE_ASSEMBLY=ON -DENABLE_SHARED=OFF
}

compile() {
	make -k -C b -j"$JOBS"
}
