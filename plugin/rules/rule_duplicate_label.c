/* rule_duplicate_label.c - duplicate-label: the template defines a symbol by name.

   GCC may emit a statement more than once: inlining, cloning, unrolling, threading jumps (GCC manual, "Extended Asm",
   on %=).  The assembler then refuses the second definition.  Numeric labels, names
   with %=, and symbols set with .set may be defined again and again.  */
#include <string.h>

#include "rules.h"

static bool
slice_is (struct avow_slice s, const char *text)
{
  return s.len == strlen (text) && !memcmp (s.p, text, s.len);
}

/* The symbol that item IT defines for good; an empty slice when there is none.  */
static struct avow_slice
defined_symbol (const struct avow_item *it)
{
  struct avow_slice none = { "", 0 }, name = it->name;
  if (it->kind == AVOW_ITEM_LABEL)
    return it->unique || !name.len || (name.p[0] >= '0' && name.p[0] <= '9') ? none : name;
  if (it->kind != AVOW_ITEM_DIRECTIVE
      || !(slice_is (name, ".equiv") || slice_is (name, ".eqv") || slice_is (name, ".lcomm")))
    return none;
  name = it->args;
  for (uint32_t i = 0; i < name.len; i++)
    if (name.p[i] == ',' || name.p[i] == ' ')
      name.len = i;
  return memchr (name.p, '%', name.len) ? none : name;
}

static void
report (struct avow_check *ck, uint32_t item, struct avow_slice name, const char *what, const char *fix)
{
  const char *symbol = avow_printf (ck->arena, "%.*s", (int)(name.len < 60 ? name.len : 60), name.p);
  struct avow_finding *f = avow_find (ck, AVOW_RULE_DUPLICATE_LABEL, AVOW_DEFECT, item, symbol,
                                      "the template defines %s'%s', which the assembler refuses when the compiler emits the "
                                      "statement twice (inlined, cloned, unrolled)", what, symbol);
  avow_fix (ck, f, "%s", fix);
}

#define MAX_SAID 8 /* of one statement: a template may define thousands */

void
avow_rule_DUPLICATE_LABEL (struct avow_check *ck)
{
  if (ck->stmt->target.single_copy || ck->stmt->is_toplevel || ck->body->guarded)
    return;
  for (unsigned i = 0, said = 0; i < ck->body->n_items && said < MAX_SAID; i++)
    {
      struct avow_slice name = defined_symbol (&ck->body->items[i]);
      if (!name.len)
        continue;
      said++;
      report (ck, i, name, "", "use a numeric label (1: ... 1b), or %= in its name; if the name is meant to be seen elsewhere, "
                               "make the function noinline and noclone, or use an asm at the top level");
    }
  if (ck->body->macro_left.len)
    report (ck, AVOW_NO_ITEM, ck->body->macro_left, "the macro ", "remove it at the end (.purgem), or define it in an asm at the top level");
}
