/* dump.c - print the effect tables as JSON, for tables.py.

   It goes through the same structures as the plugin, so that what the tests see is
   what the checker sees.  */
#include "../../plugin/model/isa.h"

#include <stdio.h>

static const struct avow_isa *isa = &avow_isa_x86;

static void
str (const char *key, const char *s)
{
  printf ("\"%s\":\"%s\"", key, s);
}

static void
registers (void)
{
  printf ("\"regs\":[");
  for (unsigned i = 0; i < isa->n_regnames; i++)
    {
      const struct avow_regname *r = &isa->regnames[i];
      printf ("%s[\"%s\",%u,%u,%u,%u,%u]", i ? ",\n" : "\n", isa_str (isa, r->name), r->loc,
              r->size, r->shift, r->cls, r->modes);
    }
  printf ("],\n\"locs\":[");
  for (unsigned i = 0; i < isa->n_locs; i++)
    {
      const struct avow_loc *l = &isa->locs[i];
      printf ("%s[\"%s\",\"%s\",%u,%u,%u]", i ? ",\n" : "\n", isa_str (isa, l->name),
              isa_str (isa, l->clobber), l->size, l->cls, l->flags);
    }
  printf ("],\n\"flags\":[");
  for (unsigned i = 0; i < isa->n_flags; i++)
    printf ("%s\"%s\"", i ? "," : "", isa_str (isa, isa->flag_names[i]));
  printf ("],\n");
}

static void
operands (const struct isa_row *r)
{
  printf ("\"ops\":[");
  for (unsigned i = 0; i < r->n_operands; i++)
    {
      const struct isa_operand *o = &isa->operands[r->operands + i];
      printf ("%s[%u,%u,%u,%u,%u,%u]", i ? "," : "", o->kinds, o->reg_width, o->reg_access,
              o->mem_width, o->fixed, o->role);
    }
  printf ("],\"imps\":[");
  for (unsigned i = 0; i < r->n_implicits; i++)
    {
      const struct isa_implicit *m = &isa->implicits[r->implicits + i];
      printf ("%s[%u,%u,%u,%u,%u]", i ? "," : "", m->loc, m->role, m->width, m->shift, m->is_mem);
    }
  printf ("]");
}

static void
row (const struct isa_row *r)
{
  putchar ('{');
  operands (r);
  printf (",\"op\":%u,\"flow\":%u,\"fr\":%u,\"fw\":%u,\"fu\":%u,\"fc\":%u,\"f0\":%u,\"f1\":%u,"
          "\"props\":%llu,\"stack\":%u,\"sign\":%d,\"x87\":%d,\"bcst\":%u,\"align\":%u,\"enc\":%u,"
          "\"modes\":%u,\"sizes\":%u,\"lens\":%u,\"line\":%u,",
          r->op, r->flow, r->flags_r, r->flags_w, r->flags_u, r->flags_cw, r->flags_0, r->flags_1,
          (unsigned long long)r->props, r->stack, r->stack_sign, r->x87, r->bcst, r->align, r->encoding, r->modes,
          r->sizes, r->lens, r->line);
  str ("ext", isa_str (isa, isa->exts[r->ext]));
  putchar (',');
  str ("file", isa_str (isa, isa->files[r->file]));
  putchar ('}');
}

int
main (void)
{
  printf ("{");
  registers ();
  printf ("\"rows\":[");
  for (unsigned i = 0; i < isa->n_rows; i++)
    {
      printf (i ? ",\n" : "\n");
      row (&isa->rows[i]);
    }
  printf ("],\n\"names\":{");
  for (unsigned i = 0; i < isa->n_names; i++)
    {
      const struct isa_name *n = &isa->names[i];
      const char *s = isa_str (isa, n->str);
      if (isa_find (isa, s, n->len) != n)
        fprintf (stderr, "dump: %s is not found in the hash table\n", s);
      printf ("%s\"%s\":[", i ? ",\n" : "\n", s);
      for (unsigned k = 0; k < n->n; k++)
        {
          const struct isa_cand *c = &isa->cands[n->first + k];
          printf ("%s[%u,%u,%u]", k ? "," : "", c->row, c->size, isa->conds[c->cc].any | isa->conds[c->cc].differ);
        }
      printf ("]");
    }
  printf ("}}\n");
  for (unsigned i = 0; i < isa->n_regnames; i++)
    {
      const char *s = isa_str (isa, isa->regnames[i].name);
      size_t len = 0;
      while (s[len])
        len++;
      if (isa_find_reg (isa, s, len) != (int)i)
        fprintf (stderr, "dump: register %s is not found in the hash table\n", s);
    }
  return 0;
}
