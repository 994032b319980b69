# variants: i386

configure() { :; }

compile() {
	make -k -j"$JOBS" -f makefile CC="$CC" library
}
