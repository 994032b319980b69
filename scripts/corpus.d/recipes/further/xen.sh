# needs: bison flex python3
# The hypervisor; its tools hold little asm and need many libraries.

configure() {
	make -C xen defconfig CC=gcc XEN_TARGET_ARCH=x86_64
}

compile() {
	make -k -C xen -j"$JOBS" CC="$CC" HOSTCC=gcc HOSTCXX=g++ XEN_TARGET_ARCH=x86_64
}
