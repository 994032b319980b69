# variants: i386

configure() {
	cd nspr
	if [ "$VARIANT" = i386 ]; then bits=; else bits=--enable-64bit; fi
	./configure --host="$HOST" $bits
}

compile() {
	make -k -C nspr -j"$JOBS" CC="$CC"
}
