# needs: cmake nasm

configure() {
	mkdir b
	cd b
	cmake .. -DCMAKE_C_COMPILER=${CC%% *} -DCMAKE_CXX_COMPILER=${CXX%% *} -DBUILD_TESTING=OFF
}

compile() {
	make -k -C b -j"$JOBS"
}
