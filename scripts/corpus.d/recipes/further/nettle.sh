# needs: libgmp-dev m4
# variants: i386

configure() {
	./configure --host="$HOST" --disable-shared --disable-documentation --enable-mini-gmp CC_FOR_BUILD=gcc
}

# The generated headers come from a program that must run.
compile() {
	make eccdata CC_FOR_BUILD=gcc
	make -k -j"$JOBS" CC_FOR_BUILD=gcc
}
