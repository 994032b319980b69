# needs: libgpg-error-dev
# variants: i386

# libgpg-error's header is a native one; its few type sizes do not matter for a compile that is never linked.
configure() {
	native=$(dpkg-architecture -qDEB_HOST_MULTIARCH)
	printf '#!/bin/sh\nexec gpgrt-config --libdir=/usr/lib/%s gpg-error "$@"\n' "$native" >gpg-error-config
	chmod +x gpg-error-config
	./configure --host="$HOST" CC="$CC -idirafter /usr/include/$native" GPG_ERROR_CONFIG="$PWD/gpg-error-config" \
		CC_FOR_BUILD=gcc --disable-dependency-tracking --disable-shared --enable-static --disable-doc
}

compile() {
	make -k -j"$JOBS" CC_FOR_BUILD=gcc
}
