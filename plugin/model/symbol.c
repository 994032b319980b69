/* symbol.c - addresses of symbols as values.

   A template may take the address of a table first (lea, mov $table, a load from the GOT) and add an index afterwards.  What it then
   accesses is the object of that name, at some offset.  A label that the template defines and that no C code can name (1:, .L) is
   memory of its own.  */
#include "../asm/reader.h"
#include "flow_build.h"
#include "step.h"

#include <string.h>

/* avow_value.loc of AVOW_V_SYMBOL: operand LOC of instruction item OFF has the name; the name is that of operand
   LOC - BY_TOKEN of the statement; or it is a label of the template.  */
#define BY_TOKEN 0x100
#define OWN_LABEL 0xffff

/* NAME@GOTPCREL is NAME.  */
static struct avow_slice
plain_name (struct avow_slice name)
{
  const char *at = name.len ? memchr (name.p, '@', name.len) : NULL;
  if (at && at > name.p)
    name.len = (uint32_t)(at - name.p);
  return name;
}

/* Does NAME end in SUFFIX, or (not WHOLE) in something that begins so?  gas takes small letters too.  */
static bool
has_suffix (struct avow_slice name, const char *suffix, bool whole)
{
  uint32_t at = plain_name (name).len, n = (uint32_t)strlen (suffix);
  return name.len - at >= n && (!whole || name.len - at == n) && avow_word_is (name.p + at, n, suffix);
}

/* A place in the linker's table of addresses, where the address of NAME, or its distance from the thread's data, is.  */
static bool
in_table (struct avow_slice name)
{
  return (has_suffix (name, "@got", false) && !has_suffix (name, "@gotoff", true))
         || has_suffix (name, "@indntpoff", true);
}

static bool
own_label (const struct avow_run *r, struct avow_slice name)
{
  bool local = name.len && ((name.p[0] >= '0' && name.p[0] <= '9') || (name.len > 2 && name.p[0] == '.' && name.p[1] == 'L'));
  return local && avow_label_find (r->f, name, r->item) >= 0;
}

static struct avow_value
make (const struct avow_run *r, unsigned loc, uint32_t item)
{
  return (struct avow_value){ AVOW_V_SYMBOL, r->c->arch->ptr_bytes, (uint16_t)loc, item };
}

struct avow_value
avow_run_symbol (struct avow_run *r, const struct avow_optext *t)
{
  const struct avow_item *it = &r->body->items[r->item];
  struct avow_value v = avow_run_code (r, t);
  if (v.kind != AVOW_V_UNKNOWN)
    return v;
  int token = t->disp_token.operand >= 0 ? t->disp_token.operand : t->r.operand;
  if (!t->sym.len)
    return token >= 0 ? make (r, BY_TOKEN + (unsigned)token, 0) : v;
  if (own_label (r, plain_name (t->sym)))
    return make (r, OWN_LABEL, 0);
  return t >= it->ops && t < it->ops + it->n_ops ? make (r, (unsigned)(t - it->ops), r->item) : v;
}

struct avow_value
avow_run_from_table (struct avow_run *r, const struct avow_optext *t)
{
  return in_table (t->sym) ? avow_run_symbol (r, t) : avow_unknown ();
}

struct avow_value
avow_run_beside (const struct avow_run *r, struct avow_value v)
{
  return v.kind == AVOW_V_CODE ? make (r, OWN_LABEL, 0) : v;
}

bool
avow_run_is_pointer (const struct avow_run *r, struct avow_value v)
{
  int k = avow_from_entry (v) ? r->c->promises[v.loc].input : -1;
  return k >= 0 && r->c->stmt->operands[k].type == AVOW_TYPE_POINTER;
}

bool
avow_run_reach_symbol (const struct avow_run *r, struct avow_value v, struct avow_reached *out)
{
  if (!avow_is_symbol (v))
    return false;
  out->reach = AVOW_REACH_SYMBOL;
  out->sym = (struct avow_slice){ "", 0 };
  out->off_known = false;
  if (v.kind == AVOW_V_CODE || v.loc == OWN_LABEL)
    out->own_data = true;
  else if (v.loc >= BY_TOKEN)
    out->operand = (int16_t)(v.loc - BY_TOKEN);
  else
    out->sym = plain_name (r->body->items[v.off].ops[v.loc].sym);
  return true;
}

bool
avow_run_reach_name (const struct avow_run *r, const struct avow_ea *ea, struct avow_reached *out)
{
  bool offset = has_suffix (ea->sym, "@gotoff", true), table = in_table (ea->sym);
  if (!offset && !table)
    {
      out->own_data = own_label (r, ea->sym) && ea->base < 0;
      return false;
    }
  out->reach = AVOW_REACH_SYMBOL;
  out->sym = plain_name (ea->sym);
  out->own_data = table;
  return true;
}
