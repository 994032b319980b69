
configure() { :; }

compile() {
	make -k -C src -j"$JOBS" CC="$CC" HOST_CC=gcc TARGET_CC="$CC"
}
