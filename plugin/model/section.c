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
  if (id == 0)
    return SEC_MAIN;
  struct avow_slice n = b->sections[id].name;
  if (avow_slice_has (n, "ex_table"))
    return SEC_EXTABLE;
  if (avow_slice_is (n, ".altinstructions"))
    return SEC_ALTERNATIVES;
  if (avow_slice_is (n, ".altinstr_replacement"))
    return SEC_REPLACEMENT;
  if (avow_slice_begins (n, ".text") || avow_slice_begins (n, ".fixup") || avow_slice_begins (n, ".subsection")
      || avow_slice_has (n, "text"))
    return SEC_CODE;
  return SEC_DATA;
}

void
avow_builder_gap (struct avow_builder *b, enum avow_reason reason, const struct avow_item *it)
{
  if (b->quiet)
    return;
  char *text = avow_strndup (b->arena, b->c->stmt->text + it->off, it->len < 120 ? it->len : 120);
  b->ok &= avow_body_gap (b->body, b->arena, reason, text, it->insn_no, it->off, it->len);
}

static void
enter_section (struct avow_builder *b, struct avow_slice name, const struct avow_item *it)
{
  unsigned id;
  for (id = 1; id < b->n_sections; id++)
    if (avow_slice_same (b->sections[id].name, name))
      break;
  if (id == b->n_sections)
    {
      if (b->n_sections == AVOW_MAX_SECTIONS)
        {
          avow_builder_gap (b, AVOW_REASON_TOO_LARGE, it);
          return;
        }
      b->sections[b->n_sections++] = (struct avow_section){ name, -1, -1 };
    }
  b->prev = b->cur;
  b->cur = id;
}

/* The first word of a directive's arguments, without quotes.  */
static struct avow_slice
first_argument (struct avow_slice args)
{
  while (args.len && (*args.p == ' ' || *args.p == '\t' || *args.p == '"'))
    args.p++, args.len--;
  uint32_t n = 0;
  while (n < args.len && !strchr (" \t\",;", args.p[n]))
    n++;
  args.len = n;
  return args;
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
  enter_section (b, first_argument (it->args), it);
}

/* Section directives; returns false when IT is none.  */
bool
avow_section_directive (struct avow_builder *b, const struct avow_item *it)
{
  struct avow_slice n = it->name;
  if (avow_slice_is (n, ".pushsection"))
    push_section (b, it);
  else if (avow_slice_is (n, ".popsection"))
    {
      avow_table_finish (b);
      if (!b->depth)
        avow_builder_gap (b, AVOW_REASON_SECTION, it);
      else
        {
          b->cur = b->stack[--b->depth];
          b->prev = b->prev_stack[b->depth];
        }
    }
  else if (avow_slice_is (n, ".section"))
    enter_section (b, first_argument (it->args), it);
  else if (avow_slice_is (n, ".subsection"))
    {
      /* ".subsection 0" is where the code of the function lives.  */
      struct avow_slice a = first_argument (it->args);
      if (avow_slice_is (a, "0"))
        b->prev = b->cur, b->cur = 0;
      else
        enter_section (b, (struct avow_slice){ ".subsection", 11 }, it);
    }
  else if (avow_slice_is (n, ".previous"))
    {
      avow_table_finish (b);
      unsigned t = b->cur;
      b->cur = b->prev;
      b->prev = t;
    }
  else if (avow_slice_is (n, ".text"))
    {
      avow_table_finish (b);
      b->prev = b->cur;
      b->cur = 0;
    }
  else if (avow_slice_is (n, ".data") || avow_slice_is (n, ".bss"))
    enter_section (b, n, it);
  else
    return false;
  return true;
}
