# needs: zlib1g-dev libaio-dev

configure() {
	./configure --cc="$CC"
}

compile() {
	make -k -j"$JOBS"
}
