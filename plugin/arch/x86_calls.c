/* x86_calls.c - the descriptions of called routines, made from the .calls files of isa/x86 by scripts/callgen.awk.  */
#include "../model/isa.h"

#include "x86-calls.inc"
