/* compat.h - GCC's headers, and everything that differs between GCC 12 and 16.

   The one file of the glue with conditions on the version of GCC.  The others
   include it first and use the avow_ functions at its end.  */
#ifndef AVOW_COMPAT_H
#define AVOW_COMPAT_H

/* GCC 16's system.h includes these only on request, and poisons malloc after.  */
#define INCLUDE_VECTOR
#define INCLUDE_STRING
#define INCLUDE_MEMORY
#include "gcc-plugin.h"
#include "plugin-version.h"

#include "tm.h"
#include "intl.h"
#include "langhooks.h"
#include "target.h"
#include "tree.h"
#include "stringpool.h"
#include "attribs.h"
#include "basic-block.h"
#include "tree-ssa-alias.h"
#include "internal-fn.h"
#include "gimple-expr.h"
#include "gimple.h"
#include "gimple-iterator.h"
#include "ssa.h"
#include "tree-pass.h"
#include "context.h"
#include "cgraph.h"
#include "function.h"
#include "diagnostic-core.h"
#include "diagnostic.h"
#include "toplev.h"
#include "opts.h"
#include "options.h"
#if GCCPLUGIN_VERSION_MAJOR >= 16
#include "diagnostics/file-cache.h"
#endif
#include "rtl.h"
#include "regs.h"
#include "builtins.h"
#include "output.h"
#include "memmodel.h"
#include "insn-config.h"
#include "recog.h"
#include "tm_p.h"
#include "emit-rtl.h"
#include "ggc.h"

#define AVOW_GCC (GCCPLUGIN_VERSION_MAJOR)

/* The one flag of a basic asm: renamed in 15.  */
static inline bool
avow_asm_is_basic (const gasm *stmt)
{
#if AVOW_GCC >= 15
  return gimple_asm_basic_p (stmt);
#else
  return gimple_asm_input_p (stmt);
#endif
}

static inline bool
avow_asm_expr_is_basic (const_tree expr)
{
#if AVOW_GCC >= 15
  return ASM_BASIC_P (expr);
#else
  return ASM_INPUT_P (expr);
#endif
}

/* Whether STMT is the clobber that ends the life of a variable: behind it the storage may be used for something
   else.  In 14 the kinds became five (tree-core.h).  */
static inline bool
avow_ends_life (const gimple *stmt)
{
#if AVOW_GCC >= 14
  return gimple_clobber_p (stmt, CLOBBER_STORAGE_END);
#else
  return gimple_clobber_p (stmt, CLOBBER_EOL);
#endif
}

/* asm_node became one of several toplevel nodes in 16.  */
static inline asm_node *
avow_next_asm (asm_node *node)
{
#if AVOW_GCC >= 16
  return safe_as_a<asm_node *> (node->next);
#else
  return node->next;
#endif
}

/* Line LINE of FILE, without its newline, from the compiler's own cache of
   the sources; NULL when it cannot be had.  *LEN is its length.  */
static inline const char *
avow_source_line (const char *file, int line, size_t *len)
{
#if AVOW_GCC >= 14
  auto span = global_dc->get_file_cache ().get_source_line (file, line);
#else
  char_span span = location_get_source_line (file, line);
#endif
  *len = span ? span.length () : 0;
  return span ? span.get_buffer () : NULL;
}

#endif
