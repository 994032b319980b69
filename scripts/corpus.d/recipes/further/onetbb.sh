# needs: cmake

configure() {
	mkdir b
	cd b
	cmake .. -DCMAKE_C_COMPILER=${CC%% *} -DCMAKE_CXX_COMPILER=${CXX%% *} -DCMAKE_CXX_FLAGS="$M" -DTBB_STRICT=OFF \
		-DTBB_DISABLE_HWLOC_AUTOMATIC_SEARCH=ON -DTBB_TEST=OFF
}

compile() {
	make -k -C b -j"$JOBS"
}
