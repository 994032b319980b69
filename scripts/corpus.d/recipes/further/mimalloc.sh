# needs: cmake
# variants: i386

configure() {
	mkdir b
	cd b
	cmake .. -DCMAKE_C_COMPILER=${CC%% *} -DCMAKE_CXX_COMPILER=${CXX%% *} -DCMAKE_C_FLAGS="$M" -DMI_BUILD_TESTS=OFF
}

compile() {
	make -k -C b -j"$JOBS"
}
