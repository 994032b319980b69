# needs: meson ninja-build python3-pyelftools libnuma-dev pkg-config

configure() {
	meson setup b -Dtests=false -Denable_kmods=false
}

compile() {
	ninja -k 0 -C b -j"$JOBS" || :
}
