# needs: m4
# variants: i386

# Debian leaves the manual out of the source, but configure wants its directory.
configure() {
	mkdir -p doc
	echo 'all check:' >doc/Makefile.in
	if [ "$VARIANT" = i386 ]; then abi=ABI=32; else abi=; fi
	./configure --host="$HOST" --build="$HOST" CC="$CC" CFLAGS=-O2 CC_FOR_BUILD=gcc $abi \
		--disable-shared --disable-cxx --enable-fat=no
}

# The tests use longlong.h in their own ways.
compile() {
	make -k -j"$JOBS" all
	make -k -j"$JOBS" check TESTS= || :
}
