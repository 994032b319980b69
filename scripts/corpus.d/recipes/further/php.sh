# source: php8.2
# needs: pkg-config libxml2-dev libsqlite3-dev bison re2c
# variants: i386

configure() {
	./buildconf --force
	./configure --host="$HOST" --disable-all --disable-cgi --enable-cli --enable-opcache --enable-bcmath --enable-mbstring --disable-mbregex
}

compile() {
	make -k -j"$JOBS"
}
