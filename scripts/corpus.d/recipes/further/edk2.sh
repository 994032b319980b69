# variants: i386
# Its base library, without its build system.

configure() { :; }

compile() {
	if [ "$VARIANT" = i386 ]; then arch=Ia32; else arch=X64; fi
	for f in BaseLib/$arch/GccInline BaseLib/$arch/GccInlinePriv BaseSynchronizationLib/$arch/GccInline BaseIoLibIntrinsic/IoLibGcc; do
		$CC -Os -mno-red-zone -fshort-wchar -IMdePkg/Include -IMdePkg/Include/$arch -IMdePkg/Library/BaseLib \
			-IMdePkg/Library/BaseSynchronizationLib -IMdePkg/Library/BaseIoLibIntrinsic -include MdePkg/Include/Base.h \
			-c MdePkg/Library/$f.c
	done
}
