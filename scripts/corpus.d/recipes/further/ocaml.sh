
configure() {
	./configure --host="$HOST" CC="$CC" || ./configure CC="$CC"
}

compile() {
	make -k -C runtime -j"$JOBS" all
}
