/* section.c - the section stack as gas keeps it (gas/config/obj-elf.c: .section, .pushsection,
   .popsection, .previous, .subsection), and what a section is for.  */
#include "flow_build.h"

static bool
avow_slice_has (struct avow_slice s, const char *text)
{
  size_t n = strlen (text);
  for (size_t i = 0; i + n <= s.len; i++)
    if (!memcmp (s.p + i, text, n))
      return true;
  return false;
}

enum avow_section_kind
avow_section_kind (const struct avow_builder *b, unsigned id)
{
  struct avow_slice n = b->sections[id].name;
  if (!n.len)
    return b->sections[id].sub ? SEC_CODE : SEC_MAIN;
  if (avow_slice_has (n, "ex_table"))
    return SEC_EXTABLE;
  if (avow_slice_is (n, ".altinstructions"))
    return SEC_ALTERNATIVES;
  if (avow_slice_is (n, ".altinstr_replacement"))
    return SEC_REPLACEMENT;
  if (avow_slice_begins (n, ".fixup") || avow_slice_has (n, "text"))
    return SEC_CODE;
  return SEC_DATA;
}

void
avow_builder_gap (struct avow_builder *b, enum avow_reason reason, const struct avow_item *it)
{
  if (b->quiet)
    return;
  struct avow_slice s = it->written;
  if (!s.len)
    s = (struct avow_slice){ b->c->stmt->text + it->off, it->len };
  char *text = avow_strndup (b->arena, s.p, s.len < 120 ? s.len : 120);
  b->ok &= avow_body_gap (b->body, b->arena, reason, text, it->insn_no, it->off, it->len);
}

/* The section NAME with subsection SUB, entered before or new.  */
static unsigned
find_section (struct avow_builder *b, struct avow_slice name, unsigned sub,
              const struct avow_item *it)
{
  /* The statement may stand in any section; code that asks for .text by name is taken to come
     back to it, as compilers put functions there unless told otherwise.  */
  if (avow_slice_is (name, ".text"))
    name.len = 0;
  for (unsigned id = 0; id < b->n_sections; id++)
    if (avow_slice_same (b->sections[id].name, name) && b->sections[id].sub == sub)
      return id;
  if (b->n_sections == AVOW_MAX_SECTIONS)
    {
      avow_builder_gap (b, AVOW_REASON_TOO_LARGE, it);
      return b->cur;
    }
  b->sections[b->n_sections] = (struct avow_section){ name, sub, -1, -1, -1 };
  return b->n_sections++;
}

static void
enter_section (struct avow_builder *b, unsigned id)
{
  avow_table_finish (b);
  b->by_name = 0;
  b->prev = b->cur;
  b->cur = id;
}

/* Argument number N (from 0) of a directive, without blanks and quotes.  */
static struct avow_slice
argument (struct avow_slice args, unsigned n)
{
  for (; n && args.len; args.p++, args.len--)
    n -= *args.p == ',';
  while (args.len && (*args.p == ' ' || *args.p == '\t' || *args.p == '"'))
    args.p++, args.len--;
  uint32_t len = 0;
  while (len < args.len && !strchr (" \t\",;", args.p[len]))
    len++;
  args.len = len;
  return args;
}

/* A subsection number; what is none counts as 0 (".pushsection .x, "ax"").  */
static unsigned
subsection (struct avow_slice s)
{
  unsigned n = 0;
  if (!avow_label_numeric (s))
    return 0;
  for (uint32_t i = 0; i < s.len; i++)
    n = n < 100000 ? n * 10 + (unsigned)(s.p[i] - '0') : n;
  return n;
}

static void
push_section (struct avow_builder *b, const struct avow_item *it)
{
  if (b->depth == AVOW_MAX_SECTION_DEPTH)
    {
      avow_builder_gap (b, AVOW_REASON_TOO_LARGE, it);
      return;
    }
  b->stack[b->depth] = b->cur;
  b->prev_stack[b->depth++] = b->prev;
  enter_section (b, find_section (b, argument (it->args, 0), subsection (argument (it->args, 1)), it));
}

static void
pop_section (struct avow_builder *b, const struct avow_item *it)
{
  avow_table_finish (b);
  b->by_name = 0;
  if (!b->depth)
    {
      avow_builder_gap (b, AVOW_REASON_SECTION, it);
      return;
    }
  b->cur = b->stack[--b->depth];
  b->prev = b->prev_stack[b->depth];
}

static void
enter_named (struct avow_builder *b, struct avow_slice name, unsigned sub, const struct avow_item *it)
{
  enter_section (b, find_section (b, name, sub, it));
  if (avow_slice_is (name, ".text"))
    b->by_name = 1 + (uint32_t)(it - b->body->items);
}

/* Section directives; returns false when IT is none.  */
bool
avow_section_directive (struct avow_builder *b, const struct avow_item *it)
{
  struct avow_slice n = it->name, first = argument (it->args, 0);
  if (avow_slice_is (n, ".pushsection"))
    push_section (b, it);
  else if (avow_slice_is (n, ".popsection"))
    pop_section (b, it);
  else if (avow_slice_is (n, ".section"))
    enter_named (b, first, 0, it);
  else if (avow_slice_is (n, ".subsection"))
    enter_section (b, find_section (b, b->sections[b->cur].name, subsection (first), it));
  else if (avow_slice_is (n, ".previous"))
    enter_section (b, b->prev);
  else if (avow_slice_is (n, ".text") || avow_slice_is (n, ".data") || avow_slice_is (n, ".bss")
           || it->directive == AVOW_DIR_STRUCT)
    enter_named (b, n, subsection (first), it);
  else
    return false;
  return true;
}
