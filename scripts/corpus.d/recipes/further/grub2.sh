# needs: autoconf automake bison flex gettext pkg-config libdevmapper-dev python3 autopoint autogen
# The i386-pc modules.

configure() {
	echo 'config grub' >/dev/null
	PYTHON=python3 ./autogen.sh
	./configure --with-platform=pc --target=i386 TARGET_CC="$CC" --disable-werror --disable-grub-mkfont --disable-nls
}

compile() {
	make -k -j"$JOBS"
}
