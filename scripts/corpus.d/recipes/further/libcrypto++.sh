# variants: i386

configure() { :; }

compile() {
	make -k -j"$JOBS" CXX="$CXX" static
}
