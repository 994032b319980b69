# needs: libnspr4-dev zlib1g-dev libsqlite3-dev

configure() { :; }

compile() {
	make -k -C nss -j"$JOBS" CC="$CC" CCC="$CXX" USE_64=1 BUILD_OPT=1 NSPR_INCLUDE_DIR=/usr/include/nspr NSPR_LIB_DIR=/usr/lib \
		USE_SYSTEM_ZLIB=1 NSS_USE_SYSTEM_SQLITE=1 NSS_DISABLE_GTESTS=1 NSS_ENABLE_WERROR=0
}
