
configure() {
	./configure --host="$HOST" --disable-shared
}

compile() {
	make -k -C libpolyml -j"$JOBS"
}
