# needs: linux-libc-dev
# variants: i386

configure() { :; }

compile() {
	if [ "$VARIANT" = i386 ]; then arch=i386; else arch=x86_64; fi
	make -k -j"$JOBS" KLIBCARCH=$arch KLIBCKERNELSRC=/usr CC="$CC" HOSTCC=gcc
}
