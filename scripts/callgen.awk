# callgen.awk - descriptions of called routines (the .calls files of isa) as a C array of characters.
#
#   awk -f callgen.awk -v arch=x86 FILE...
#
# The text stays as it is, without comments and superfluous blanks; plugin/model/callee.c reads it.
# It is checked here as far as the shape of a line goes, and in testsuite/unit for the rest.

function die(why) { print FILENAME ":" FNR ": " why > "/dev/stderr"; bad = 1; exit 1 }

BEGIN {
  for (i = 32; i < 127; i++) code[sprintf("%c", i)] = i
  printf "/* Made by scripts/callgen.awk.  */\nconst char avow_%s_calls[] = {", arch
}
{ sub(/#.*/, "") }
NF {
  if (NF < 2) die("a description needs a name and at least one word")
  line = $1
  for (i = 2; i <= NF; i++) line = line " " $i
  printf "\n "
  for (i = 1; i <= length(line); i++) {
    c = substr(line, i, 1)
    if (!(c in code)) die("odd character")
    printf " %d,", code[c]
  }
  printf " 10,"
}
END { if (!bad) print "\n  0\n};" }
