# relocations.sh - the effect tables need no relocation: only the structure that points at them does.
. "${TOP:?run this by testsuite/run isa}/testsuite/sh/lib.sh"
for tables in "$BUILD"/core/plugin/arch/*_tables.o; do
  # Each table is a section of its own (-fdata-sections); .rela.SECTION holds what is to be relocated in it.
  bad=$(readelf -SW "$tables" | sed -n 's/.* \.rela\(\.[^ ]*\) .*/\1/p' | grep -v '\.avow_isa_[a-z0-9]*$')
  have=$(readelf -SW "$tables" | grep -c '\.rodata\.')
  if [ -z "$bad" ] && [ "$have" -gt 10 ]; then pass; else fail "$tables: relocations in $bad ($have tables)"; fi
done
finish
