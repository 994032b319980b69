# variants: i386
# Everything optional is left out: its asm is in its own atomics, ebtree and import code.

configure() { :; }

compile() {
	make -k -j"$JOBS" CC="$CC" LD="$CC" TARGET=linux-glibc USE_PCRE= USE_OPENSSL= USE_LUA= USE_ZLIB= USE_SYSTEMD= \
		all admin/halog/halog
}
