# The kernels of some processors; the rest is C and Fortran without asm.

configure() { :; }

compile() {
	for target in PRESCOTT BULLDOZER HASWELL SKYLAKEX; do
		make -k -j"$JOBS" TARGET=$target CC="$CC" HOSTCC=gcc NOFORTRAN=1 NO_LAPACK=1 NO_SHARED=1 SUBDIRS=kernel libs || :
		find . -name '*.o' -o -name 'config*.h' -o -name 'Makefile.conf' | xargs rm -f
	done
}
