# needs: libgpg-error-dev
# variants: i386

# libgpg-error's header is a native one; its few type sizes do not matter for a compile that is never linked.
configure() {
	./configure --host="$HOST" CC="$CC -idirafter /usr/include/$(dpkg-architecture -qDEB_HOST_MULTIARCH)" \
		CC_FOR_BUILD=gcc --disable-dependency-tracking --disable-shared --enable-static --disable-doc
}

compile() {
	make -k -j"$JOBS" CC_FOR_BUILD=gcc
}
