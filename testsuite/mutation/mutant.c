/* mutant.c - a statement with one promise less.

   Removing an operand renumbers the others, in the template (%2, %b2, %l3), in matching constraints
   and in the facts that name operands.  */
#include "mutant.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define MAX_OPERANDS 64

bool
only_memory (const char *c)
{
  while (*c && strchr ("=+&%", *c))
    c++;
  return *c && strspn (c, "mo") == strlen (c);
}

static bool
copy_operands (const struct avow_stmt *stmt, struct avow_arena *arena, struct avow_stmt *out)
{
  struct avow_operand *ops = avow_calloc (arena, stmt->n_operands + 1, sizeof *ops);

  *out = *stmt;
  out->operands = ops;
  if (ops && stmt->n_operands)
    memcpy (ops, stmt->operands, stmt->n_operands * sizeof *ops);
  return ops && stmt->n_operands < MAX_OPERANDS;
}

static struct avow_operand *
operand (struct avow_stmt *s, unsigned k)
{
  return (struct avow_operand *)&s->operands[k];
}

/* ---- numbers ------------------------------------------------------------------------- */

/* Behind the number at S, which is *N.  */
static size_t
read_number (const char *s, size_t len, unsigned *n)
{
  size_t i = 0;

  for (*n = 0; i < len && isdigit ((unsigned char)s[i]) && *n < 1000; i++)
    *n = *n * 10 + (unsigned)(s[i] - '0');
  return i;
}

/* The template with operand N called MAP[N]; labels follow the operands.  */
static bool
renumber_text (struct avow_stmt *s, const unsigned *map, unsigned n_old, struct avow_arena *arena)
{
  char *out = avow_alloc (arena, s->len * 4 + 16);
  size_t n = 0, i = 0;

  if (!out)
    return false;
  while (i < s->len)
    {
      bool token = s->text[i] == '%' && i + 1 < s->len;
      unsigned number;
      out[n++] = s->text[i++];
      if (!token)
        continue;
      if (isalpha ((unsigned char)s->text[i]) && i + 1 < s->len
          && isdigit ((unsigned char)s->text[i + 1]))
        out[n++] = s->text[i++];
      if (!isdigit ((unsigned char)s->text[i]))
        {
          out[n++] = s->text[i++];
          continue;
        }
      i += read_number (s->text + i, s->len - i, &number);
      number = number < n_old ? map[number] : number - n_old + s->n_operands;
      n += (size_t)sprintf (out + n, "%u", number);
    }
  s->text = out;
  s->len = n;
  return true;
}

static const char *
renumber_constraint (const char *c, const unsigned *map, unsigned n_old, struct avow_arena *arena)
{
  char *out = avow_alloc (arena, strlen (c) * 4 + 16);
  size_t n = 0;

  while (out && *c)
    {
      unsigned number;
      size_t digits = read_number (c, strlen (c), &number);
      if (!digits)
        out[n++] = *c++;
      else
        n += (size_t)sprintf (out + n, "%u", number < n_old ? map[number] : number);
      c += digits;
    }
  return out;
}

/* Rebuild M's operands in the order ORDER (old numbers, N of them), MAP telling new from old.  */
static bool
reorder (struct avow_stmt *s, const unsigned *order, unsigned n, const unsigned *map,
         struct avow_arena *arena)
{
  unsigned n_old = s->n_operands;
  struct avow_operand *ops = avow_calloc (arena, n + 1, sizeof *ops);

  for (unsigned i = 0; ops && i < n; i++)
    {
      ops[i] = s->operands[order[i]];
      ops[i].constraint = renumber_constraint (ops[i].constraint, map, n_old, arena);
      if (ops[i].same_object)
        ops[i].same_object
            = map[ops[i].same_object - 1] >= n ? 0 : (uint8_t)(map[ops[i].same_object - 1] + 1);
    }
  s->operands = ops;
  s->n_operands = n;
  return ops && renumber_text (s, map, n_old, arena);
}

/* Without operand K; what named it now names the operand that has the old number INSTEAD.  */
static bool
drop_operand (struct avow_stmt *s, unsigned k, unsigned instead, struct avow_arena *arena)
{
  unsigned order[MAX_OPERANDS], map[MAX_OPERANDS], n = 0;

  for (unsigned i = 0; i < s->n_operands; i++)
    if (i != k)
      {
        map[i] = n;
        order[n++] = i;
      }
  /* The two may have been the same object; nothing is that any more.  */
  for (unsigned i = 0; i < s->n_operands; i++)
    if (s->operands[i].same_object == k + 1)
      operand (s, i)->same_object = 0;
  map[k] = instead == k ? ~0u : map[instead];
  s->n_outputs -= k < s->n_outputs;
  return reorder (s, order, n, map, arena);
}

/* ---- what is asked about operands -------------------------------------------------------- */

static bool
ties (const char *constraint, unsigned k)
{
  unsigned number;

  while (*constraint == '%' || *constraint == '&')
    constraint++;
  return read_number (constraint, strlen (constraint), &number) && number == k;
}

/* The input that is tied to output K, or is the same object; or -1.  */
static int
input_of (const struct avow_stmt *s, unsigned k)
{
  for (unsigned j = s->n_outputs; j < s->n_operands; j++)
    if (ties (s->operands[j].constraint, k) || s->operands[j].same_object == k + 1
        || s->operands[k].same_object == j + 1)
      return (int)j;
  return -1;
}

static bool
is_tied (const struct avow_stmt *s, unsigned j)
{
  return strpbrk (s->operands[j].constraint, "0123456789") != NULL;
}

static const char *
as_input (const char *constraint, struct avow_arena *arena)
{
  char *out = avow_alloc (arena, strlen (constraint) + 1);
  size_t n = 0;

  for (; out && *constraint; constraint++)
    if (!strchr ("=+&", *constraint))
      out[n++] = *constraint;
  return out;
}

/* ---- the mutations ------------------------------------------------------------------------ */

static bool
is_register_clobber (const char *name)
{
  return strcmp (name, "cc") && strcmp (name, "memory") && strcmp (name, "redzone");
}

/* Another register of the kind of NAME that nothing in the statement names, or NULL.  */
static const char *
other_register (const struct avow_stmt *s, const char *name)
{
  static const char *const gprs[] = { "eax", "ebx", "ecx", "edx", "esi", "edi" };
  static const char *const vecs[]
      = { "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7" };
  bool vec = strchr (name, 'm') && strpbrk (name, "0123456789");
  const char *const *list = vec ? vecs : gprs;

  if (strchr (name, '(') || (name[0] == 's' && name[1] == 't') || name[0] == 'k'
      || !strncmp (name, "mm", 2))
    return NULL;
  for (unsigned i = 0; i < (vec ? 8u : 6u); i++)
    {
      int loc = avow_location (s->target.arch, list[i]);
      bool used = loc == avow_location (s->target.arch, name + (*name == '%'));
      for (unsigned c = 0; c < s->n_clobbers; c++)
        used |= avow_location (s->target.arch, s->clobbers[c] + (*s->clobbers[c] == '%')) == loc;
      for (unsigned k = 0; k < s->n_operands; k++)
        used |= strpbrk (s->operands[k].constraint, "abcdSDA") != NULL || s->operands[k].hard_reg;
      if (!used)
        return list[i];
    }
  return NULL;
}

static enum made
mutate_clobber (enum mutation kind, unsigned i, struct avow_arena *arena, struct mutant *m)
{
  struct avow_stmt *s = &m->stmt;
  const char **kept = avow_calloc (arena, s->n_clobbers + 1, sizeof *kept), *name;
  unsigned n = 0;

  if (i >= s->n_clobbers)
    return MADE_END;
  m->clobber = name = s->clobbers[i];
  bool cc = !strcmp (name, "cc"), memory = !strcmp (name, "memory"),
       reg = is_register_clobber (name);
  if (!kept
      || !(kind == MUTATION_CLOBBER || kind == MUTATION_WRONG_CLOBBER ? reg
           : kind == MUTATION_CC                                      ? cc
                                                                      : memory))
    return MADE_NOTHING;
  for (unsigned c = 0; c < s->n_clobbers; c++)
    if (c != i)
      kept[n++] = s->clobbers[c];
  if (kind == MUTATION_WRONG_CLOBBER && !(kept[n++] = other_register (s, name)))
    return MADE_NOTHING;
  s->clobbers = kept;
  s->n_clobbers = n;
  return MADE;
}

static enum made
mutate_early (unsigned k, struct avow_arena *arena, struct mutant *m)
{
  struct avow_operand *op = operand (&m->stmt, k);
  char *out = avow_strndup (arena, op->constraint, strlen (op->constraint));
  size_t n = 0;

  if (!out || !strchr (out, '&'))
    return MADE_NOTHING;
  for (const char *p = op->constraint; *p; p++)
    if (*p != '&')
      out[n++] = *p;
  out[n] = 0;
  op->constraint = out;
  return MADE;
}

static enum made
mutate_readwrite (unsigned k, struct avow_arena *arena, struct mutant *m)
{
  struct avow_operand *op = operand (&m->stmt, k);
  int j = input_of (&m->stmt, k);

  if (*op->constraint == '+')
    {
      char *out = avow_strndup (arena, op->constraint, strlen (op->constraint));
      if (out)
        *out = '=';
      op->constraint = out;
      return out ? MADE : MADE_NOTHING;
    }
  return j >= 0 && drop_operand (&m->stmt, (unsigned)j, k, arena) ? MADE : MADE_NOTHING;
}

/* Output K becomes the first input, or gives its constraint to the input that was tied to it.  */
static enum made
mutate_to_input (unsigned k, struct avow_arena *arena, struct mutant *m)
{
  struct avow_stmt *s = &m->stmt;
  int j = input_of (s, k);
  unsigned order[MAX_OPERANDS], map[MAX_OPERANDS], n = 0;

  if (s->operands[k].constraint[0] == '=' && s->operands[k].constraint[1] == '@')
    return MADE_NOTHING;
  operand (s, k)->constraint = as_input (s->operands[k].constraint, arena);
  if (j >= 0)
    {
      operand (s, (unsigned)j)->constraint = s->operands[k].constraint;
      if (!s->operands[j].hard_reg)
        operand (s, (unsigned)j)->hard_reg = s->operands[k].hard_reg;
      return drop_operand (s, k, (unsigned)j, arena) ? MADE : MADE_NOTHING;
    }
  operand (s, k)->is_output = false;
  for (unsigned i = 0; i < s->n_outputs; i++)
    if (i != k)
      order[n++] = i;
  order[n++] = k;
  while (n < s->n_operands)
    order[n] = n, n++;
  for (unsigned i = 0; i < n; i++)
    map[order[i]] = i;
  s->n_outputs--;
  return reorder (s, order, n, map, arena) ? MADE : MADE_NOTHING;
}

static enum made
mutate_dummy (unsigned k, const struct avow_body *body, bool output, struct avow_arena *arena,
              struct mutant *m)
{
  const struct avow_stmt *s = &m->stmt;

  if (s->operands[k].is_output != output || !only_memory (s->operands[k].constraint)
      || body->token_uses[k])
    return MADE_NOTHING;
  return drop_operand (&m->stmt, k, k, arena) ? MADE : MADE_NOTHING;
}

static enum made
mutate_fixed_input (unsigned k, const struct avow_body *body, struct avow_arena *arena,
                    struct mutant *m)
{
  const struct avow_operand *op = &m->stmt.operands[k];

  if (op->is_output || body->token_uses[k] || is_tied (&m->stmt, k)
      || !(op->hard_reg || (strlen (op->constraint) == 1 && strchr ("abcdSD", *op->constraint))))
    return MADE_NOTHING;
  return drop_operand (&m->stmt, k, k, arena) ? MADE : MADE_NOTHING;
}

static enum made
mutate_size (unsigned k, bool memory, struct mutant *m)
{
  struct avow_operand *op = operand (&m->stmt, k);

  if (only_memory (op->constraint) != memory || op->const_known || is_tied (&m->stmt, k)
      || op->size < 2 || op->size > 8
      || (op->type != AVOW_TYPE_INT && (memory || op->type != AVOW_TYPE_POINTER))
      || (!memory && op->is_output))
    return MADE_NOTHING;
  m->new_size = (unsigned)op->size / 2;
  op->size = m->new_size;
  op->type = AVOW_TYPE_INT;
  if (op->same_object)
    operand (&m->stmt, op->same_object - 1u)->size = m->new_size;
  if (op->object_size > op->size)
    op->object_size = op->size;
  return MADE;
}

static enum made
mutate_operand (enum mutation kind, unsigned k, const struct avow_body *body,
                struct avow_arena *arena, struct mutant *m)
{
  bool output = m->stmt.operands[k].is_output,
       memory = only_memory (m->stmt.operands[k].constraint);

  m->operand = k;
  switch (kind)
    {
    case MUTATION_EARLY: return output ? mutate_early (k, arena, m) : MADE_NOTHING;
    case MUTATION_READWRITE: return output ? mutate_readwrite (k, arena, m) : MADE_NOTHING;
    case MUTATION_OUT_TO_IN:
      return output && !memory ? mutate_to_input (k, arena, m) : MADE_NOTHING;
    case MUTATION_STORE_TO_IN:
      return output && memory ? mutate_to_input (k, arena, m) : MADE_NOTHING;
    case MUTATION_DUMMY_OUT: return mutate_dummy (k, body, true, arena, m);
    case MUTATION_DUMMY_IN: return mutate_dummy (k, body, false, arena, m);
    case MUTATION_FIXED_INPUT: return mutate_fixed_input (k, body, arena, m);
    default: return mutate_size (k, kind == MUTATION_SMALL, m);
    }
}

static enum made
mutate_statement (enum mutation kind, struct mutant *m)
{
  struct avow_stmt *s = &m->stmt;

  if (kind == MUTATION_RED_ZONE)
    {
      if (s->target.red_zone || strcmp (avow_arch_name (s->target.arch), "x86_64"))
        return MADE_NOTHING;
      s->target.red_zone = true;
      return MADE;
    }
  if (!s->is_volatile || !s->n_outputs || s->is_goto)
    return MADE_NOTHING;
  s->is_volatile = false;
  return MADE;
}

enum made
make_mutant (const struct avow_stmt *stmt, const struct avow_body *body, enum mutation kind,
             unsigned i, struct avow_arena *arena, struct mutant *m)
{
  enum made made;

  memset (m, 0, sizeof *m);
  if (!copy_operands (stmt, arena, &m->stmt))
    return MADE_END;
  switch (kind)
    {
    case MUTATION_CLOBBER:
    case MUTATION_WRONG_CLOBBER:
    case MUTATION_CC:
    case MUTATION_MEMORY_STORE:
    case MUTATION_MEMORY_LOAD:
    case MUTATION_MEMORY_ORDER: made = mutate_clobber (kind, i, arena, m); break;
    case MUTATION_VOLATILE:
    case MUTATION_RED_ZONE: made = i ? MADE_END : mutate_statement (kind, m); break;
    default: made = i < stmt->n_operands ? mutate_operand (kind, i, body, arena, m) : MADE_END;
    }
  /* The compiler makes a statement without outputs volatile.  */
  if (!m->stmt.n_outputs)
    m->stmt.is_volatile = true;
  return made;
}
