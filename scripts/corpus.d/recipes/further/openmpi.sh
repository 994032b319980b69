
configure() {
	./configure --host="$HOST" --disable-mpi-fortran --disable-shared --enable-static --without-ucx --without-verbs --with-libevent=internal --with-hwloc=internal --with-pmix=internal
}

compile() {
	make -k -C opal -j"$JOBS"
	make -k -C ompi/mca/osc -j"$JOBS"
}
