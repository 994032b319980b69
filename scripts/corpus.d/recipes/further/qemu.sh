# needs: meson ninja-build libglib2.0-dev libpixman-1-dev python3 pkg-config

configure() {
	mkdir b
	cd b
	../configure --cc="$CC" --cxx="$CXX" --target-list=x86_64-linux-user --disable-system --disable-docs --disable-werror --disable-tools --disable-install-blobs
}

compile() {
	ninja -C b -k 0 -j "$JOBS"
}
