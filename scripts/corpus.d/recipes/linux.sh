# source: binary linux-source-6.1
# needs: make flex bison bc libelf-dev libssl-dev xz-utils
# units: native=431
# variants: i386 arm64 riscv64

# The kernel's own gen_compile_commands.py counts 16 host programs on top of these: 447.
karch() {
	case $VARIANT in
	arm64) echo arm64 ;;
	riscv64) echo riscv ;;
	i386) echo i386 ;;
	*) echo x86_64 ;;
	esac
}

kmake() {
	cross=
	case $VARIANT in arm64 | riscv64) cross=${HOST}- ;; esac
	make -C linux-source-6.1 ARCH="$(karch)" CROSS_COMPILE="$cross" CC="$CC" HOSTCC=gcc -j"$JOBS" "$@"
}

# prepare runs the real compiler (its generated headers are computed by compiling), the build only logs.
configure() {
	[ -d linux-source-6.1 ] || tar xJf usr/src/linux-source-6.1.tar.xz
	kmake tinyconfig
	kmake prepare modules_prepare
}

compile() {
	kmake -k vmlinux
}
