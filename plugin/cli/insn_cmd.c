/* insn_cmd.c - `avow insn': what an instruction reads and writes, from the tables.

   The text is parsed as a basic asm statement of one instruction, so everything that the
   plugin can read can be asked.  JSON is one object per input, in order.  */
#include <stdlib.h>
#include <string.h>

#include "../model/flow.h"
#include "insn.h"

static void
no_gap (void *ctx, enum avow_reason reason, const char *detail)
{
  (void)ctx, (void)reason, (void)detail;
}

/* Exactly one instruction that fits a row; building the graph resolves raw bytes.  Sets the name when it is
   one instruction at all.  */
static bool
look_up (struct query *q)
{
  struct avow_stmt *stmt = avow_alloc (&q->arena, sizeof *stmt);
  struct avow_body body;
  struct avow_flow flow;
  memset (&body, 0, sizeof body);
  if (!stmt)
    return false;
  stmt->text = q->text;
  stmt->len = q->len;
  stmt->is_basic = true;
  stmt->target.arch = q->arch;
  stmt->target.dialect = q->dialect;
  if (!avow_parse (stmt, 16, &q->arena, &body)
      || !avow_contract_build (&q->c, stmt, 0, &q->arena, no_gap, NULL)
      || !avow_flow_build (&flow, &q->c, &body, &q->arena) || body.n_insns != 1)
    return false;
  if (body.n_gaps)
    {
      for (unsigned i = 0; i < body.n_items; i++)
        if (body.items[i].kind == AVOW_ITEM_INSN)
          q->name = body.items[i].name;
      q->match = isa_find (q->arch->isa, q->name.p, q->name.len) ? AVOW_NO_FORM : AVOW_NO_NAME;
      return false;
    }
  for (unsigned i = 0; i < body.n_items; i++)
    if (body.items[i].kind == AVOW_ITEM_INSN)
      {
        q->name = body.items[i].name;
        q->bare = !body.items[i].n_ops;
        q->match = avow_effect_of (&q->c, &body.items[i], &q->e);
        return q->match == AVOW_MATCH;
      }
  return false;
}

/* ---- names ---------------------------------------------------------------------- */

/* Locations by their widest name; all x87 registers are "x87", a location's flags one by one.  */
const char *
public_name (const struct query *q, unsigned loc)
{
  const struct avow_loc *l = &q->arch->isa->locs[loc];
  if (l->cls == AVOW_RC_ST)
    return "x87";
  return isa_str (q->arch->isa, l->name);
}

void
add_name (struct names *s, const char *name)
{
  for (unsigned i = 0; i < s->n; i++)
    if (!strcmp (s->at[i], name))
      return;
  if (s->n < MAX_NAMES)
    s->at[s->n++] = name;
}

void
add_flags (const struct query *q, struct names *s, uint32_t flags)
{
  for (unsigned i = 0; i < q->arch->isa->n_flags; i++)
    if (flags >> i & 1)
      add_name (s, isa_str (q->arch->isa, q->arch->isa->flag_names[i]));
}

void
collect_accesses (const struct query *q, struct names *s, uint8_t roles)
{
  const struct avow_effect *e = &q->e;
  for (unsigned i = 0; i < e->n_acc; i++)
    if (e->acc[i].role & roles)
      {
        if (e->acc[i].loc == q->arch->isa->loc_flags)
          add_flags (q, s, (uint32_t)e->acc[i].mask);
        else
          add_name (s, public_name (q, e->acc[i].loc));
      }
  for (unsigned i = 0; i < e->n_mem; i++)
    if (e->mem[i].role & roles && !(e->mem[i].role & AVOW_ROLE_ADDR))
      add_name (s, "mem");
}

static void
collect (const struct query *q, struct names *s, bool writes)
{
  collect_accesses (q, s, writes ? AVOW_ROLE_W | AVOW_ROLE_WCOND : AVOW_ROLE_R | AVOW_ROLE_RCOND);
  add_flags (q, s, writes ? q->e.flags_w | q->e.flags_cw : q->e.flags_r);
}

static const char *
flow_name (uint8_t flow)
{
  static const char *const names[]
      = { "next", "jcc", "jmp", "call", "ret", "syscall", "sysret", "trap" };
  return flow < sizeof names / sizeof *names ? names[flow] : "?";
}

static void
collect_classes (const struct query *q, struct names *s)
{
  static const struct { uint64_t bit; const char *name; } table[] = {
    { ISA_ATOMIC, "atomic" }, { ISA_NONDET, "nondet" }, { ISA_IO, "io" },
    { ISA_FENCE, "fence" },   { ISA_SERIAL, "serial" }, { ISA_SYSTEM, "system" },
    { ISA_PRIV, "priv" },     { ISA_NT, "nt" },         { ISA_PREFETCH, "address" },
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (q->e.row->props & table[i].bit)
      add_name (s, table[i].name);
  if (q->e.row->flow == ISA_CALL)
    add_name (s, "call");
  if (q->e.row->flow == ISA_TRAP)
    add_name (s, "trap");
  if (q->e.row->flow == ISA_SYSCALL)
    add_name (s, "system");
}

const char *
access_name (uint8_t role)
{
  bool r = role & (AVOW_ROLE_R | AVOW_ROLE_RCOND), w = role & (AVOW_ROLE_W | AVOW_ROLE_WCOND);
  if (role & AVOW_ROLE_ADDR)
    return "address";
  return r && w ? "rw" : w ? "w" : "r";
}

/* ---- output ---------------------------------------------------------------------- */

static void
json_list (const char *key, const struct names *s)
{
  printf (",\"%s\":[", key);
  for (unsigned i = 0; i < s->n; i++)
    {
      fputs (i ? "," : "", stdout);
      avow_json_string (stdout, s->at[i], strlen (s->at[i]));
    }
  fputs ("]", stdout);
}

static void
json_register (const struct query *q, const char *key, int loc)
{
  if (loc < 0)
    printf (",\"%s\":null", key);
  else
    printf (",\"%s\":\"%s\"", key, public_name (q, (unsigned)loc));
}

static void
json_memory (const struct query *q)
{
  fputs (",\"mem\":[", stdout);
  for (unsigned i = 0; i < q->e.n_mem; i++)
    {
      const struct avow_memref *m = &q->e.mem[i];
      printf ("%s{\"access\":\"%s\"", i ? "," : "", access_name (m->role));
      json_register (q, "base", m->ea.base);
      json_register (q, "index", m->ea.index);
      if (m->ea.disp_known && !m->ea.sym.len)
        printf (",\"disp\":%lld", (long long)m->ea.disp);
      else if (m->ea.sym.len)
        {
          fputs (",\"disp\":", stdout);
          avow_json_string (stdout, m->ea.sym.p, m->ea.sym.len);
        }
      else
        printf (",\"disp\":%lld", (long long)m->ea.disp);
      printf (",\"size\":%u}", m->size);
    }
  fputs ("]", stdout);
}

static void
json_form (void *ctx, const char *form)
{
  bool *first = ctx;
  fputs (*first ? "" : ",", stdout);
  avow_json_string (stdout, form, strlen (form));
  *first = false;
}

/* What could have been meant: other names, or the forms that the name has.  */
static void
json_help (const struct query *q)
{
  struct names near = { .n = 0 };
  bool first = true;
  if (q->match == AVOW_NO_NAME)
    {
      near_names (q, &near);
      json_list ("near", &near);
      return;
    }
  fputs (",\"forms\":[", stdout);
  list_forms (q, json_form, &first);
  fputs ("]", stdout);
}

/* Parts of what is said before, by how far they hold.  */
static void
json_details (const struct query *q)
{
  const struct isa_row *row = q->e.row;
  struct names maybe_reads = { .n = 0 }, maybe_writes = { .n = 0 }, undefined = { .n = 0 };
  collect_accesses (q, &maybe_reads, AVOW_ROLE_RCOND);
  collect_accesses (q, &maybe_writes, AVOW_ROLE_WCOND);
  add_flags (q, &maybe_writes, q->e.flags_cw);
  add_flags (q, &undefined, row->flags_u & (q->e.flags_w | q->e.flags_cw));
  json_list ("maybe_reads", &maybe_reads);
  json_list ("maybe_writes", &maybe_writes);
  json_list ("undefined", &undefined);
  printf (",\"x87\":%d,\"lock\":%s", row->x87, row->props & ISA_LOCKABLE ? "true" : "false");
}

static void
json_answer (struct query *q)
{
  struct names reads = { .n = 0 }, writes = { .n = 0 }, classes = { .n = 0 };
  fputs ("{\"text\":", stdout);
  avow_json_string (stdout, q->text, q->len);
  printf (",\"arch\":\"%s\",\"known\":%s", q->arch->name, q->known ? "true" : "false");
  if (q->known)
    {
      collect (q, &reads, false);
      collect (q, &writes, true);
      collect_classes (q, &classes);
      json_list ("reads", &reads);
      json_list ("writes", &writes);
      json_memory (q);
      if (q->e.stack_unknown)
        fputs (",\"stack\":null", stdout);
      else
        printf (",\"stack\":%d", q->e.stack);
      printf (",\"flow\":\"%s\"", flow_name (q->e.row->flow));
      fputs (",\"class\":\"", stdout);
      for (unsigned i = 0; i < classes.n; i++)
        printf ("%s%s", i ? " " : "", classes.at[i]);
      fputs (classes.n ? "\"" : "pure\"", stdout);
      json_details (q);
      printf (",\"ext\":\"%s\"",
              isa_str (q->arch->isa, q->arch->isa->exts[q->e.row->ext]));
    }
  else if (q->name.len)
    json_help (q);
  puts ("}");
}

static void
answer (struct query *q, const char *text, size_t len)
{
  q->text = text;
  q->len = len;
  q->name = (struct avow_slice){ NULL, 0 };
  q->match = AVOW_NO_NAME;
  q->bare = false;
  q->known = look_up (q);
  if (q->json)
    json_answer (q);
  else
    text_answer (q);
  avow_arena_reset (&q->arena);
}

static int
answer_lines (struct query *q)
{
  char *line = NULL;
  size_t cap = 0, n = 0;
  int c;
  do
    {
      c = getchar ();
      if (n == cap)
        {
          char *bigger = realloc (line, cap = cap ? cap * 2 : 256);
          if (!bigger)
            {
              free (line);
              fputs ("avow: out of memory\n", stderr);
              return 2;
            }
          line = bigger;
        }
      if (c != '\n' && c != EOF)
        line[n++] = (char)c;
      else if (n || c == '\n')
        answer (q, line, n), n = 0;
    }
  while (c != EOF);
  free (line);
  return ferror (stdin) ? 2 : 0;
}

static bool
option (struct query *q, int argc, char **argv, int *i)
{
  if (!strcmp (argv[*i], "--json"))
    return q->json = true;
  if (*i + 1 >= argc)
    return false;
  if (!strcmp (argv[*i], "--arch"))
    return (q->arch = avow_arch_by_name (argv[++*i])) != NULL;
  if (!strcmp (argv[*i], "--dialect"))
    {
      const char *d = argv[++*i];
      q->dialect = !strcmp (d, "intel") ? AVOW_INTEL : AVOW_ATT;
      return !strcmp (d, "intel") || !strcmp (d, "att");
    }
  return false;
}

int
avow_cmd_insn (int argc, char **argv)
{
  struct query q;
  memset (&q, 0, sizeof q);
  q.arch = avow_arch_by_name ("x86_64");
  int i = 1, status = 0;
  for (; i < argc && !strncmp (argv[i], "--", 2); i++)
    {
      if (!strcmp (argv[i], "--") && i++)
        break;
      if (!option (&q, argc, argv, &i))
        {
          fprintf (stderr, "avow insn: '%s' is not understood; --arch takes x86_64 or i386, "
                           "--dialect att or intel\n",
                   argv[i]);
          return 2;
        }
    }
  if (i == argc)
    status = answer_lines (&q);
  for (; i < argc; i++)
    answer (&q, argv[i], strlen (argv[i]));
  avow_arena_free (&q.arena);
  if (fflush (stdout) || ferror (stdout))
    {
      perror ("avow: standard output");
      return 2;
    }
  return status;
}
