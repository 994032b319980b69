/* directive.h - what the directives of gas are, as far as a template is concerned.  */
#ifndef AVOW_DIRECTIVE_H
#define AVOW_DIRECTIVE_H

#include "insn.h"

/* The class of directive NAME (any case, with its dot).  */
enum avow_directive avow_directive_class (struct avow_slice name);

/* Bytes per element of the data directive NAME; 0 when they vary, or when it is none.  */
unsigned avow_directive_size (struct avow_slice name);

#endif
