/* find.c - findings: made, worded, kept once.  */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rules.h"

const char *const avow_rule_names[AVOW_N_RULES] = {
#define RULE(id, name, brief) name,
#include "rules.def"
#undef RULE
};

const char *const avow_rule_briefs[AVOW_N_RULES] = {
#define RULE(id, name, brief) brief,
#include "rules.def"
#undef RULE
};

const char *const avow_reason_names[AVOW_N_REASONS] = {
#define REASON(id, text) text,
#include "../model/reasons.def"
#undef REASON
};

int
avow_rule_by_name (const char *name, size_t len)
{
  for (int i = 0; i < AVOW_N_RULES; i++)
    if (strlen (avow_rule_names[i]) == len && !memcmp (avow_rule_names[i], name, len))
      return i;
  return -1;
}

static char *
format (struct avow_arena *a, const char *fmt, va_list ap)
{
  char small[512];
  va_list again;
  va_copy (again, ap);
  int n = vsnprintf (small, sizeof small, fmt, ap);
  char *p = NULL;
  if (n >= 0 && (size_t)n < sizeof small)
    p = avow_strndup (a, small, (size_t)n);
  else if (n >= 0 && (p = avow_alloc (a, (size_t)n + 1)))
    vsnprintf (p, (size_t)n + 1, fmt, again);
  va_end (again);
  return p;
}

/* FNV-1a over what tells findings apart.  */
static uint64_t
finding_key (enum avow_rule rule, const char *subject, uint32_t offset)
{
  uint64_t h = UINT64_C (0xcbf29ce484222325) ^ ((uint64_t)rule << 32 | offset);
  for (; *subject; subject++)
    h = (h ^ (unsigned char)*subject) * UINT64_C (0x100000001b3);
  return h;
}

#define SHOWN 60

/* Append LEN bytes at P to the N in BUF, which has room for SHOWN + 8, blanks as one.  */
static size_t
put_shown (char *buf, size_t n, const char *p, size_t len)
{
  bool space = false;
  size_t start = n;
  for (size_t i = 0; i < len && n < SHOWN; i++)
    {
      unsigned char ch = (unsigned char)p[i];
      if (ch <= ' ')
        {
          space = n > start;
          continue;
        }
      if (space)
        buf[n++] = ' ';
      space = false;
      buf[n++] = ch < 0x7f ? (char)ch : '?';
    }
  if (n >= SHOWN)
    memcpy (buf + n, "...", 3), n += 3;
  return n;
}

/* An expanded instruction, and the text in the template that it comes from.  */
static char *
expanded_text (struct avow_check *ck, const struct avow_item *it)
{
  char insn[SHOWN + 8], from[SHOWN + 8];
  size_t n = put_shown (insn, 0, it->written.p, it->written.len);
  size_t m = put_shown (from, 0, ck->stmt->text + it->off, it->len);
  return avow_printf (ck->arena, "%.*s (from: %.*s)", (int)n, insn, (int)m, from);
}

static struct avow_finding *
new_finding (struct avow_check *ck, uint32_t *number)
{
  struct avow_result *r = ck->result;
  struct avow_finding *all
      = avow_grow (ck->arena, r->findings, r->n_findings, &ck->cap_findings, sizeof *all);
  if (!all)
    return NULL;
  r->findings = all;
  *number = r->n_findings + 1;
  return &all[r->n_findings++];
}

/* Another alternative may have found the same with less certainty: the worse one stays.  */
struct avow_finding *
avow_find (struct avow_check *ck, enum avow_rule rule, enum avow_kind kind, uint32_t item,
           const char *subject, const char *fmt, ...)
{
  struct avow_result *r = ck->result;
  const struct avow_item *it = item == AVOW_NO_ITEM ? NULL : &ck->body->items[item];
  if (ck->opts->disabled >> rule & 1 || !subject)
    return NULL;
  uint32_t *number = avow_map_at (&ck->known, ck->arena, finding_key (rule, subject, it ? it->off : 0));
  struct avow_finding *f = number && *number ? &r->findings[*number - 1] : NULL;
  if (f && f->kind <= kind)
    return NULL;
  va_list ap;
  va_start (ap, fmt);
  char *message = number ? format (ck->arena, fmt, ap) : NULL;
  va_end (ap);
  if (!f && message)
    f = new_finding (ck, number);
  if (!f || !message)
    {
      ck->ok = false;
      return NULL;
    }
  memset (f, 0, sizeof *f);
  f->rule = (uint8_t)rule;
  f->kind = (uint8_t)kind;
  f->subject = subject;
  f->message = message;
  if (it)
    {
      f->insn = it->insn_no;
      f->offset = it->off;
      f->length = it->len;
      f->text = it->written.len ? expanded_text (ck, it) : NULL;
    }
  return f;
}

void
avow_fix (struct avow_check *ck, struct avow_finding *f, const char *fmt, ...)
{
  if (!f)
    return;
  va_list ap;
  va_start (ap, fmt);
  f->fix = format (ck->arena, fmt, ap);
  va_end (ap);
}

void
avow_edit (struct avow_finding *f, enum avow_edit_kind kind, int operand, const char *text)
{
  if (f && f->n_edits < AVOW_MAX_EDITS)
    f->edits[f->n_edits++]
        = (struct avow_edit){ .kind = (uint8_t)kind, .operand = operand, .text = text };
}

/* GCC throws a statement away whose outputs nobody uses, "memory" or not.  */
static bool
needs_volatile (const struct avow_check *ck)
{
  return !ck->stmt->is_volatile && ck->stmt->n_outputs;
}

const char *
avow_memory_text (const struct avow_check *ck)
{
  return needs_volatile (ck) ? "add \"memory\" to the clobber list and write 'asm volatile'"
                             : "add \"memory\" to the clobber list";
}

void
avow_edit_memory (const struct avow_check *ck, struct avow_finding *f)
{
  avow_edit (f, AVOW_EDIT_CLOBBER, -1, "memory");
  if (needs_volatile (ck))
    avow_edit (f, AVOW_EDIT_VOLATILE, -1, NULL);
}

void
avow_undecided (struct avow_check *ck, enum avow_reason reason, uint32_t item, const char *detail)
{
  const struct avow_item *it = item == AVOW_NO_ITEM ? NULL : &ck->body->items[item];
  uint32_t off = it ? it->off : 0;
  if (avow_body_said (ck->body, ck->arena, reason, off))
    return;
  if (!detail && it)
    detail = avow_item_text (ck, item);
  if (!avow_body_gap (ck->body, ck->arena, reason, detail, it ? it->insn_no : 0, off,
                      it ? it->len : 0))
    ck->ok = false;
}

const char *
avow_item_text (struct avow_check *ck, uint32_t item)
{
  if (item == AVOW_NO_ITEM)
    return "the statement";
  const struct avow_item *it = &ck->body->items[item];
  const char *p = it->written.len ? it->written.p : ck->stmt->text + it->off;
  char buf[SHOWN + 8];
  size_t n = put_shown (buf, 0, p, it->written.len ? it->written.len : it->len);
  if (!it->insn_no)
    return avow_printf (ck->arena, "'%.*s'", (int)n, buf); /* a directive */
  return avow_printf (ck->arena, "'%.*s' (instruction %d)", (int)n, buf, it->insn_no);
}

/* Is input K the second half of a "+" (GCC makes a "0" of it, with a number that the source does not have), and
   not an input of its own that the source ties to an output?  */
static bool
is_half_of_inout (const struct avow_check *ck, unsigned k)
{
  if (!ck->c || ck->c->places[k].tied < 0)
    return false;
  const struct avow_operand *in = &ck->stmt->operands[k],
                            *out = &ck->stmt->operands[ck->c->places[k].tied];
  bool same = in->name && out->name ? !strcmp (in->name, out->name) : in->name == out->name;
  return same && in->size == out->size;
}

const char *
avow_operand_text (struct avow_check *ck, unsigned k)
{
  if (is_half_of_inout (ck, k))
    k = (unsigned)ck->c->places[k].tied;
  const char *name = ck->stmt->operands[k].name;
  if (name && strlen (name) < 40)
    return avow_printf (ck->arena, "operand %%%u ('%s')", k, name);
  return avow_printf (ck->arena, "operand %%%u", k);
}

bool
avow_is_value_register (const struct avow_contract *c, unsigned loc)
{
  if (loc >= c->n_hard)
    return false;
  const struct avow_loc *l = &c->arch->isa->locs[loc];
  return l->cls != AVOW_RC_FLAGS
         && !(l->flags & (AVOW_LOC_SP | AVOW_LOC_IMPLICIT | AVOW_LOC_UNTRACKED));
}

const char *
avow_symbol_text (struct avow_check *ck, const struct avow_reached *m)
{
  if (!m->sym.len && m->operand >= 0)
    return avow_printf (ck->arena, "in the object of %s",
                        avow_operand_text (ck, (unsigned)m->operand));
  return avow_printf (ck->arena, "at '%.*s'", (int)(m->sym.len < 40 ? m->sym.len : 40),
                      m->sym.len ? m->sym.p : "");
}

const char *
avow_register_list (struct avow_check *ck, const struct avow_locset *set)
{
  const char *list = "";
  for (unsigned l = 0, last; l < ck->c->n_hard; l = last + 1)
    {
      last = l;
      if (!locset_has (set, l))
        continue;
      uint8_t cls = ck->c->arch->isa->locs[l].cls;
      while (last + 1 < ck->c->n_hard && locset_has (set, last + 1)
             && ck->c->arch->isa->locs[last + 1].cls == cls)
        last++;
      const char *comma = *list ? ", " : "";
      if (last < l + 2)
        last = l;
      list = avow_printf (ck->arena, "%s%s'%s'", list, comma, avow_loc_name (ck->c, l, ck->arena));
      if (last != l)
        list = avow_printf (ck->arena, "%s to '%s'", list, avow_loc_name (ck->c, last, ck->arena));
    }
  return list;
}

bool
avow_is_absent (const struct avow_contract *c, unsigned loc)
{
  return loc < 256 && c->stmt->target.absent[loc / 64] >> (loc % 64) & 1;
}

bool
avow_is_memory_operand (const struct avow_contract *c, unsigned k)
{
  return locset_empty (&c->places[k].regs) && c->places[k].kinds & AVOW_K_MEM;
}

/* The MMX registers are the x87 registers: for GCC whoever declares the x87 stack gone has
   declared them too (i386.h, the register file).  */
bool
avow_declared_as_alias (const struct avow_contract *c, unsigned loc)
{
  const struct avow_isa *isa = c->arch->isa;
  if (isa->locs[loc].cls != AVOW_RC_MM)
    return false;
  return c->promises[isa->loc_st0 + (loc - isa->loc_mm0)].clobber != 0;
}

bool
avow_is_call (const struct avow_check *ck, uint32_t item)
{
  for (unsigned i = 0; i < ck->s->n_calls; i++)
    if (ck->s->calls[i].item == item)
      return true;
  return false;
}

int
avow_declared_x87_depth (const struct avow_contract *c)
{
  int n = 0;
  for (unsigned i = 0; i < 8; i++)
    {
      const struct avow_promise *p = &c->promises[c->arch->isa->loc_st0 + i];
      n += (p->out != 0) - (p->in != 0 && (p->out != 0 || p->clobber != 0));
    }
  return n;
}

int
avow_changed_x87_inputs (const struct avow_check *ck)
{
  int n = 0;
  for (unsigned i = 0; i < 8; i++)
    {
      unsigned l = ck->c->arch->isa->loc_st0 + i;
      const struct avow_promise *p = &ck->c->promises[l];
      n += p->in && !p->out && !p->clobber && ck->s->fates[l].changed;
    }
  return n;
}
