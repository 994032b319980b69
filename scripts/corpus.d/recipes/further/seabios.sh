# needs: python3 acpica-tools
# BIOS and VGA code, 16-bit and 32-bit: the options of its makefile.

configure() {
	make defconfig CC=gcc HOSTCC=gcc
}

compile() {
	make -k -j"$JOBS" CC="$CC" HOSTCC=gcc
}
