/* draft.c - edits of findings become a changed statement.

   Each kind of edit is one function here.  An input that the template modifies becomes the input of a
   dummy output in the same register ("=&r" and "0"), or, in memory, the same object as an output too.  An output
   whose old value matters gets that value as an input in the same register, which is what "+" means
   (gimplify_asm_expr, gimplify.cc).  New outputs stand behind the old ones, and all numbers in the template from
   there on are one higher; new inputs stand last, and only labels move.  */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#define MAX_NEW_OPERANDS 16
#define GCC_MAX_OPERANDS 30 /* MAX_RECOG_OPERANDS, insn-config.h */

static const char no_memory[] = "out of memory";

/* ---- copies --------------------------------------------------------------------------- */

static void *
copy_of (const void *p, size_t n, size_t room, size_t size, struct avow_arena *arena)
{
  void *copy = avow_calloc (arena, n + room, size);
  if (copy && n)
    memcpy (copy, p, n * size);
  return copy;
}

bool
avow_draft_copy (struct avow_draft *to, const struct avow_draft *from, struct avow_arena *arena)
{
  const struct avow_stmt *s = &from->stmt;
  *to = *from;
  to->operands = copy_of (s->operands, s->n_operands, MAX_NEW_OPERANDS, sizeof *to->operands, arena);
  to->origins = copy_of (from->origins, s->n_operands, MAX_NEW_OPERANDS, sizeof *to->origins, arena);
  to->clobbers
      = copy_of (s->clobbers, s->n_clobbers, AVOW_MAX_NEW_CLOBBERS, sizeof *to->clobbers, arena);
  to->stmt.operands = to->operands;
  to->stmt.clobbers = to->clobbers;
  return to->operands && to->origins && to->clobbers;
}

bool
avow_draft_begin (struct avow_draft *d, const struct avow_stmt *stmt,
                  const struct avow_register_facts *facts, struct avow_arena *arena)
{
  struct avow_draft as_written = { .stmt = *stmt, .written = stmt, .facts = facts };
  as_written.origins = avow_calloc (arena, stmt->n_operands + 1, sizeof *as_written.origins);
  if (!as_written.origins)
    return false;
  for (unsigned k = 0; k < stmt->n_operands; k++)
    as_written.origins[k] = (struct avow_draft_operand){ AVOW_WRITTEN, (int16_t)k };
  return avow_draft_copy (d, &as_written, arena);
}

/* The operand of D that operand K of the statement as written has become.  */
static unsigned
operand_of (const struct avow_draft *d, unsigned k)
{
  for (unsigned i = 0; i < d->stmt.n_operands; i++)
    if (d->origins[i].origin == AVOW_WRITTEN && d->origins[i].of == (int)k)
      return i;
  return k;
}

bool
avow_draft_same_subject (const struct avow_draft *d, const char *subject, const char *written)
{
  if (!subject || !written)
    return subject == written;
  if (*subject != '%' || *written != '%')
    return !strcmp (subject, written);
  unsigned long k = strtoul (subject + 1, NULL, 10);
  return k < d->stmt.n_operands && d->origins[k].origin != AVOW_REACHED
         && d->origins[k].of == (int)strtoul (written + 1, NULL, 10);
}

unsigned
avow_coming_in (const struct avow_stmt *stmt, unsigned k)
{
  unsigned i = stmt->n_outputs;
  for (; i < stmt->n_operands; i++)
    {
      const char *c = stmt->operands[i].constraint + (stmt->operands[i].constraint[0] == '%');
      if (*c >= '0' && *c <= '9' && strtoul (c, NULL, 10) == k)
        break;
    }
  return i;
}

/* ---- the template ------------------------------------------------------------------------- */

static bool
is_letter (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* Copy the operand reference behind the `%' at *P to *Q; numbers from FIRST on become one higher.  */
static void
shift_reference (const char **p, const char *end, unsigned first, char **q)
{
  if (*p < end && is_letter (**p) && *p + 1 < end && is_digit ((*p)[1]))
    *(*q)++ = *(*p)++;
  if (*p == end || !is_digit (**p))
    {
      if (*p < end)
        *(*q)++ = *(*p)++; /* %% %= %{ */
      return;
    }
  unsigned n = 0;
  while (*p < end && is_digit (**p) && n < 1000)
    n = n * 10 + (unsigned)(*(*p)++ - '0');
  n += n >= first;
  char digits[8];
  unsigned len = 0;
  do
    digits[len++] = (char)('0' + n % 10);
  while (n /= 10);
  while (len)
    *(*q)++ = digits[--len];
}

/* Make room for operand FIRST in the template's numbers.  */
static bool
shift_template (struct avow_draft *d, unsigned first, struct avow_arena *arena)
{
  const char *p = d->stmt.text, *end = p + d->stmt.len;
  char *text = avow_alloc (arena, 2 * d->stmt.len + 1), *q = text;
  if (!text)
    return false;
  while (p < end)
    {
      *q++ = *p;
      if (*p++ == '%')
        shift_reference (&p, end, first, &q);
    }
  *q = 0;
  d->stmt.text = text;
  d->stmt.len = (size_t)(q - text);
  return true;
}

/* A basic asm has no clobber list (GCC drops clobbers while the basic flag is set): it becomes an extended
   one, in whose text some characters are escaped, and the "memory" that it had silently is written.  */
static bool
extend (struct avow_draft *d, struct avow_arena *arena)
{
  if (!d->stmt.is_basic)
    return true;
  char *text = avow_alloc (arena, 2 * d->stmt.len + 1), *p = text;
  if (!text)
    return false;
  for (size_t i = 0; i < d->stmt.len; i++)
    {
      if (d->stmt.text[i] && strchr (d->facts->escaped, d->stmt.text[i]))
        *p++ = '%';
      *p++ = d->stmt.text[i];
    }
  *p = 0;
  d->stmt.text = text;
  d->stmt.len = (size_t)(p - text);
  d->stmt.is_basic = false;
  d->made_extended = true;
  d->clobbers[d->stmt.n_clobbers++] = "memory";
  d->n_new_clobbers++;
  return true;
}

/* ---- clobbers and marks ------------------------------------------------------------------------ */

static const char *
add_clobber (struct avow_draft *d, const char *name, struct avow_arena *arena)
{
  const char *why = d->facts->cannot_clobber (name);
  if (why)
    return why;
  if (!extend (d, arena))
    return no_memory;
  for (unsigned i = 0; i < d->stmt.n_clobbers; i++)
    if (d->facts->same_register (d->clobbers[i], name))
      return NULL;
  for (unsigned i = 0; i < d->stmt.n_operands; i++)
    if (d->operands[i].hard_reg && d->facts->same_register (d->operands[i].hard_reg, name))
      return "an operand is in this register";
  if (d->n_new_clobbers + 1 >= AVOW_MAX_NEW_CLOBBERS)
    return "too many changes";
  d->clobbers[d->stmt.n_clobbers++] = name;
  d->n_new_clobbers++;
  return NULL;
}

static const char *
add_clobbers (struct avow_draft *d, const char *names, struct avow_arena *arena)
{
  const char *why = NULL;
  while (*names && !why)
    {
      size_t n = strcspn (names, " ");
      const char *name = names[n] ? avow_strndup (arena, names, n) : names;
      why = name ? add_clobber (d, name, arena) : no_memory;
      names += n + strspn (names + n, " ");
    }
  return why;
}

/* A compiler that knows the clobber "redzone" gets it.  */
static const char *
give_up_red_zone (struct avow_draft *d, struct avow_arena *arena)
{
  if (!add_clobber (d, "redzone", arena))
    return NULL;
  d->without_red_zone = true;
  d->stmt.target.red_zone = false;
  return NULL;
}

/* CONSTRAINT of an output with "&" in each alternative (GCC manual, "Modifiers": it applies to the alternative that it
   is written in).  */
static const char *
marked (const char *constraint, struct avow_arena *arena)
{
  char *copy = avow_alloc (arena, 2 * strlen (constraint) + 3), *q = copy;
  if (!copy)
    return NULL;
  for (const char *p = constraint; *p; p++)
    {
      *q++ = *p;
      if ((*p == '=' || *p == ',') && !memchr (p + 1, '&', strcspn (p + 1, ",")))
        *q++ = '&';
    }
  *q = 0;
  return copy;
}

static const char *
set_earlyclobber (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  struct avow_operand *op = &d->operands[k];
  if (k >= d->stmt.n_outputs)
    return "the operand is not an output";
  if (op->constraint[0] != '=' || strchr (op->constraint, '@'))
    return "its constraint is too complicated";
  op->constraint = marked (op->constraint, arena);
  return op->constraint ? NULL : no_memory;
}

/* ---- less is promised ---------------------------------------------------------------------------- */

static const char *
drop_clobber (struct avow_draft *d, const char *name)
{
  unsigned n = d->stmt.n_clobbers, i = 0;
  while (i < n && strcmp (d->clobbers[i], name))
    i++;
  if (i == n)
    return "it is not in the clobber list";
  memmove (&d->clobbers[i], &d->clobbers[i + 1], (n - i - 1) * sizeof *d->clobbers);
  d->stmt.n_clobbers--;
  d->n_new_clobbers -= i >= n - d->n_new_clobbers;
  return NULL;
}

static const char *
drop_earlyclobber (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  const char *was = d->operands[k].constraint, *mark = strchr (was, '&');
  if (!mark || strpbrk (was, ",@"))
    return "its constraint is too complicated";
  d->operands[k].constraint = avow_printf (arena, "%.*s%s", (int)(mark - was), was, mark + 1);
  return d->operands[k].constraint ? NULL : no_memory;
}

/* Output K comes in with nothing: its input, the number of which nothing says, goes.  */
static const char *
drop_input (struct avow_draft *d, unsigned k)
{
  unsigned n = d->stmt.n_operands, i = avow_coming_in (&d->stmt, k);
  if (i == n || d->stmt.is_goto)
    return "its constraint is too complicated";
  memmove (&d->operands[i], &d->operands[i + 1], (n - i - 1) * sizeof *d->operands);
  memmove (&d->origins[i], &d->origins[i + 1], (n - i - 1) * sizeof *d->origins);
  d->stmt.n_operands--;
  for (unsigned j = 0; j < d->stmt.n_operands; j++)
    if (d->operands[j].same_object > i)
      d->operands[j].same_object--;
  return NULL;
}

/* ---- operands ---------------------------------------------------------------------------------- */

/* Put OP in at AT.  */
static bool
insert_operand (struct avow_draft *d, unsigned at, const struct avow_operand *op, enum avow_origin origin,
                unsigned of, struct avow_arena *arena)
{
  unsigned n = d->stmt.n_operands;
  if (!extend (d, arena) || !shift_template (d, at, arena))
    return false;
  memmove (&d->operands[at + 1], &d->operands[at], (n - at) * sizeof *d->operands);
  memmove (&d->origins[at + 1], &d->origins[at], (n - at) * sizeof *d->origins);
  d->operands[at] = *op;
  d->origins[at] = (struct avow_draft_operand){ (uint8_t)origin, (int16_t)of };
  d->stmt.n_operands++;
  /* SAME_OBJECT holds operand numbers.  */
  for (unsigned i = 0; i <= n; i++)
    if (d->operands[i].same_object > at)
      d->operands[i].same_object++;
  return true;
}

/* The letters of CONSTRAINT that mean registers; NULL where it cannot be read so simply.  What memory and
   constants are allowed besides is given up: the template changes the operand.  */
static const char *
register_letters (const char *constraint, struct avow_arena *arena)
{
  char *letters = avow_alloc (arena, strlen (constraint) + 2), *q = letters;
  if (!letters)
    return NULL;
  if (strpbrk (constraint, ",@{[p#*X0123456789"))
    return NULL;
  for (const char *p = constraint; *p; p++)
    if (*p == 'g')
      *q++ = 'r';
    else if (!strchr ("=+&%?!^$moV<>insEFIJKLMNOGCez", *p))
      *q++ = *p;
  return q == letters ? NULL : letters;
}

/* "=m", "m", "o": memory and nothing else.  */
static bool
is_memory (const char *constraint)
{
  const char *p = constraint + strspn (constraint, "=+&%?! ");
  return *p && !p[strspn (p, "moV<>")];
}

static bool
has_room (const struct avow_draft *d)
{
  return d->stmt.n_operands + d->stmt.n_labels < GCC_MAX_OPERANDS
         && d->stmt.n_operands < d->written->n_operands + MAX_NEW_OPERANDS - 1;
}

/* The memory of input K is an output too.  */
static const char *
add_same_output (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  struct avow_operand out = d->operands[k];
  unsigned at = d->stmt.n_outputs;
  if (out.is_const || out.object_const)
    return "the object is read-only";
  out.is_output = true;
  out.constraint = avow_printf (arena, "=%s", out.constraint);
  out.same_object = 0;
  if (!out.constraint || !insert_operand (d, at, &out, AVOW_SAME_OUTPUT, (unsigned)d->origins[k].of, arena))
    return no_memory;
  d->stmt.n_outputs++;
  d->operands[at].same_object = (uint8_t)(k + 2);
  d->operands[k + 1].same_object = (uint8_t)(at + 1);
  return NULL;
}

/* Input K goes into the register of a dummy output.  */
static const char *
add_dummy_output (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  struct avow_operand out = d->operands[k];
  unsigned at = d->stmt.n_outputs;
  const char *letters = register_letters (out.constraint, arena);
  if (!letters)
    return "its constraint is too complicated";
  if (out.hard_reg)
    return "the compiler would go on using the register variable, with its new value";
  out.is_output = true;
  out.constraint = avow_printf (arena, "=&%s", letters);
  out.name = NULL;
  out.const_known = false;
  out.value_id = 0;
  if (!out.constraint || !insert_operand (d, at, &out, AVOW_DUMMY_OUTPUT, (unsigned)d->origins[k].of, arena))
    return no_memory;
  d->stmt.n_outputs++;
  d->operands[k + 1].constraint = avow_printf (arena, "%u", at);
  return d->operands[k + 1].constraint ? NULL : no_memory;
}

static const char *
make_inout (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  if (k < d->stmt.n_outputs)
    return "the operand is not an input";
  if (!has_room (d))
    return "the statement has too many operands";
  return is_memory (d->operands[k].constraint) ? add_same_output (d, k, arena)
                                               : add_dummy_output (d, k, arena);
}

/* The constraint of the input that comes in with output K: its number in each alternative (gimplify_asm_expr,
   gimplify.cc, which leaves those that are memory only as they are).  NULL when that cannot be said.  */
static const char *
coming_in (const char *constraint, unsigned k, struct avow_arena *arena)
{
  const char *in = "";
  for (const char *p = constraint + 1; in; p++)
    {
      size_t n = strcspn (p, ",");
      const char *one = avow_strndup (arena, p + strspn (p, "&"), n - (n && *p == '&'));
      const char *lead = *in ? avow_printf (arena, "%s,", in) : in;
      in = !one || !lead || !n ? NULL : is_memory (one) ? avow_printf (arena, "%s%s", lead, one) : avow_printf (arena, "%s%u", lead, k);
      p += n;
      if (!*p)
        break;
    }
  return in;
}

/* The old value of output K comes in with it.  */
static const char *
make_readwrite (struct avow_draft *d, unsigned k, struct avow_arena *arena)
{
  struct avow_operand in = d->operands[k];
  bool memory = is_memory (in.constraint);
  unsigned at = d->stmt.n_operands;
  if (k >= d->stmt.n_outputs || d->origins[k].origin != AVOW_WRITTEN)
    return "the operand is not an output";
  if (in.same_object || avow_coming_in (&d->stmt, k) < d->stmt.n_operands)
    return NULL;
  if (!has_room (d))
    return "the statement has too many operands";
  if (in.constraint[0] != '=' || strchr (in.constraint, '@')
      || (strchr (in.constraint, ',') ? memory : !memory && !register_letters (in.constraint, arena)))
    return "its constraint is too complicated";
  in.is_output = false;
  in.value_id = memory ? in.value_id : 0;
  in.constraint = memory ? in.constraint + 1 + strspn (in.constraint + 1, "&") : coming_in (in.constraint, k, arena);
  in.same_object = memory ? (uint8_t)(k + 1) : 0;
  if (!in.constraint || !insert_operand (d, at, &in, AVOW_VALUE_INPUT, (unsigned)d->origins[k].of, arena))
    return no_memory;
  if (memory)
    d->operands[k].same_object = (uint8_t)(at + 1);
  return NULL;
}

/* ---- memory -------------------------------------------------------------------------------------- */

/* The operand that stands for EXTENT of operand K.  */
static struct avow_operand
reached_operand (const struct avow_operand *k, const struct avow_extent *extent)
{
  struct avow_operand op = { .constraint = "m", .type = AVOW_TYPE_OTHER, .size = extent->size };
  bool pointer = !is_memory (k->constraint);
  op.align = extent->from ? 1 : pointer ? k->reach_align : k->align;
  op.align_final = !extent->from && k->align_final;
  op.value_id = k->value_id;
  op.value_off = k->value_off + extent->from;
  op.value_is_object = k->value_is_object;
  op.object_size = k->object_size;
  op.object_const = k->object_const;
  return op;
}

static const char *
cannot_reach (const struct avow_draft *d, const struct avow_operand *k,
              const struct avow_extent *extent)
{
  bool pointer = !is_memory (k->constraint);
  if (!k->value_id || k->hard_reg || (pointer && (k->is_output || k->type != AVOW_TYPE_POINTER)))
    return "nothing names this memory";
  if (extent->written && (k->object_const || (!pointer && k->is_const)))
    return "the object is read-only";
  if (extent->written && d->stmt.is_goto)
    return "the statement is an asm goto";
  return NULL;
}

/* A memory operand for EXTENT of operand K: "m", "=m", or both, which is "+m".  */
static const char *
reach_memory (struct avow_draft *d, unsigned k, const struct avow_extent *extent,
              struct avow_arena *arena)
{
  struct avow_operand op = reached_operand (&d->operands[k], extent);
  const char *why = cannot_reach (d, &d->operands[k], extent);
  unsigned of = (unsigned)d->origins[k].of, out = d->stmt.n_outputs, in;
  if (why)
    return why;
  for (unsigned i = 0; i < d->stmt.n_operands; i++)
    if (d->origins[i].origin == AVOW_REACHED && d->origins[i].of == (int)of)
      return NULL;
  if (!has_room (d))
    return "the statement has too many operands";
  if (extent->written)
    {
      op.is_output = true;
      op.constraint = "=m";
      if (!insert_operand (d, out, &op, AVOW_REACHED, of, arena))
        return no_memory;
      d->stmt.n_outputs++;
    }
  if (!extent->read)
    return NULL;
  if (!has_room (d))
    return "the statement has too many operands";
  in = d->stmt.n_operands;
  op.is_output = false;
  op.constraint = "m";
  op.same_object = extent->written ? (uint8_t)(out + 1) : 0;
  if (!insert_operand (d, in, &op, AVOW_REACHED, of, arena))
    return no_memory;
  if (extent->written)
    d->operands[out].same_object = (uint8_t)(in + 1);
  return NULL;
}

/* ---- one edit ------------------------------------------------------------------------------------ */

/* Edits of clobbers and of the whole statement; *WHY is the answer.  */
static bool
edit_statement (struct avow_draft *d, const struct avow_edit *e, struct avow_arena *arena,
                const char **why)
{
  *why = NULL;
  switch (e->kind)
    {
    case AVOW_EDIT_CLOBBER:
      *why = e->text ? add_clobbers (d, e->text, arena) : "nothing to add";
      return true;
    case AVOW_EDIT_DROP_CLOBBER:
      *why = e->text ? drop_clobber (d, e->text) : "nothing to leave out";
      return true;
    case AVOW_EDIT_VOLATILE: d->stmt.is_volatile = d->made_volatile = true; return true;
    case AVOW_EDIT_DROP_VOLATILE: d->stmt.is_volatile = d->made_volatile = false; return true;
    case AVOW_EDIT_REDZONE: *why = give_up_red_zone (d, arena); return true;
    default: return false;
    }
}

const char *
avow_draft_edit (struct avow_draft *d, const struct avow_edit *e, struct avow_arena *arena)
{
  const char *why;
  if (edit_statement (d, e, arena, &why))
    return why;
  if (e->operand < 0 || (unsigned)e->operand >= d->written->n_operands)
    return "the operand does not exist";
  unsigned k = operand_of (d, (unsigned)e->operand);
  switch (e->kind)
    {
    case AVOW_EDIT_EARLYCLOBBER:
      return set_earlyclobber (d, k, arena);
    case AVOW_EDIT_DROP_EARLYCLOBBER: return drop_earlyclobber (d, k, arena);
    case AVOW_EDIT_INOUT:
      return make_inout (d, k, arena);
    case AVOW_EDIT_READWRITE:
      return make_readwrite (d, k, arena);
    case AVOW_EDIT_DROP_INPUT: return drop_input (d, k);
    case AVOW_EDIT_MEMORY: return reach_memory (d, k, &e->extent, arena);
    default:
      return "this kind of change is left to the programmer";
    }
}
