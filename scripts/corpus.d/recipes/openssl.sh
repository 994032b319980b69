# needs: perl
# variants: i386

configure() {
	case $VARIANT in
	i386) target=linux-x86 ;;
	arm64) target=linux-aarch64 ;;
	riscv64) target=linux64-riscv64 ;;
	*) target=linux-x86_64 ;;
	esac
	./Configure "$target" no-shared no-tests CC="$CC"
}

compile() {
	make -k -j"$JOBS" build_sw
}
