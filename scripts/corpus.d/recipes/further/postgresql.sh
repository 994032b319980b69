# source: postgresql-15
# needs: bison flex perl
# variants: i386

configure() {
	./configure --host="$HOST" --without-readline --without-zlib --without-icu
}

compile() {
	make -k -C src/backend -j"$JOBS" generated-headers
	make -k -C src/backend -j"$JOBS"
	make -k -C src/port -j"$JOBS"
	make -k -C src/common -j"$JOBS"
}
