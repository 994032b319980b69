# variants: i386
# The files with asm, without its build system.

configure() { :; }

compile() {
	for f in atomic/SDL_spinlock cpuinfo/SDL_cpuinfo; do
		$CC -O2 -Iinclude -c src/$f.c
	done
}
