/* memo.c - remember the verdicts of a unit.

   A statement is written out as a string of bytes, its key: everything that
   avow_check may look at, except the names of operands, which only occur in
   messages.  Two statements with the same key get the same result; when there
   is something to say, and only then, the names must agree too.

   The table is an open hash with a chain per slot, keyed by 64-bit FNV-1a.
   Results are copied out of the scratch arena, where the stages of the core
   leave much more than the result, into one that lives as long as the unit.
   When memory runs out the statement is simply not remembered.  */
#include "memo.h"

#include "../asm/names.h"

#include <stdlib.h>
#include <string.h>

#include "fields.h"

struct avow_memo_entry
{
  struct avow_memo_entry *next;
  uint64_t hash, names_hash;
  const char *key;
  size_t key_len;
  struct avow_result result;
};

/* ---- the key --------------------------------------------------------------- */

struct key
{
  struct avow_arena *arena;
  char *bytes; /* NULL after a failure */
  size_t len, cap;
};

static void
add (struct key *k, const void *p, size_t n)
{
  if (!k->bytes)
    return;
  if (k->cap - k->len < n)
    {
      size_t cap = 2 * (k->len + n);
      char *bigger = avow_alloc (k->arena, cap);
      if (bigger)
        memcpy (bigger, k->bytes, k->len);
      k->bytes = bigger;
      k->cap = cap;
      if (!bigger)
        return;
    }
  memcpy (k->bytes + k->len, p, n);
  k->len += n;
}

/* With its NUL, so that two strings cannot run together; NULL is not "".  */
static void
add_string (struct key *k, const char *s)
{
  add (k, s ? "1" : "0", 1);
  if (s)
    add (k, s, strlen (s) + 1);
}

static void
add_number (struct key *k, uint64_t n)
{
  add (k, &n, sizeof n);
}

/* All fields of the table but those that only occur in messages.  */
static void
add_fields (struct key *k, const struct avow_field *f, const void *base)
{
  for (; *f->name; f++)
    if (f->kind == AVOW_FIELD_TEXT)
      add_string (k, avow_field_text (f, base));
    else if (f->kind == AVOW_FIELD_SET)
      add (k, avow_field_set (f, base), 4 * sizeof (uint64_t));
    else if (f->kind != AVOW_FIELD_NOTE)
      add_number (k, avow_field_get (f, base));
}

static struct key
make_key (const struct avow_stmt *s, struct avow_arena *arena)
{
  struct key k
      = { arena, NULL, 0, 512 + s->len + (sizeof (struct avow_operand) + 64) * s->n_operands };

  k.bytes = avow_alloc_raw (arena, k.cap);
  add_number (&k, s->len);
  add (&k, s->text, s->len);
  add (&k, &s->target.arch, sizeof s->target.arch);
  add (&k, &s->names, sizeof s->names);
  add_number (&k, s->names ? s->names->version : 0);
  add_fields (&k, avow_target_fields, &s->target);
  add_fields (&k, avow_stmt_fields, s);
  add_number (&k, s->n_outputs | (uint64_t) s->n_operands << 32);
  add_number (&k, s->n_clobbers);
  for (unsigned i = 0; i < s->n_operands; i++)
    {
      add_string (&k, s->operands[i].constraint);
      add_fields (&k, avow_operand_fields, &s->operands[i]);
    }
  for (unsigned i = 0; i < s->n_clobbers; i++)
    add_string (&k, s->clobbers[i]);
  return k;
}

#define FNV_START UINT64_C (0xcbf29ce484222325)

static uint64_t
hash_bytes (uint64_t h, const char *p, size_t n)
{
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char) p[i]) * UINT64_C (0x100000001b3);
  return h;
}

/* The texts of operand OP that only occur in messages.  */
static uint64_t
hash_notes (uint64_t h, const struct avow_operand *op)
{
#define HASH_NOTE(field) h = hash_bytes (h, op->field ? op->field : "", op->field ? strlen (op->field) + 1 : 1);
#define HASH_TEXT(field)
#define HASH_FLAG(field)
#define HASH_BYTE(field)
#define HASH_WORD(field)
#define HASH_NUMBER(field)
#define HASH_INTEGER(field)
#define HASH_SET(field)
#define OPERAND_FIELD(kind, name, usual) HASH_##kind (name)
#include "../fields.def"
#undef OPERAND_FIELD
  return h;
}

static uint64_t
hash_names (const struct avow_stmt *s)
{
  uint64_t h = FNV_START;

  for (unsigned i = 0; i < s->n_operands; i++)
    h = hash_notes (h, &s->operands[i]);
  return h;
}

/* ---- keeping a result ------------------------------------------------------ */

static const char *
keep_string (struct avow_arena *a, const char *s)
{
  return s ? avow_strndup (a, s, strlen (s)) : NULL;
}

static void
keep_findings (struct avow_arena *a, struct avow_result *r)
{
  struct avow_finding *copy = avow_calloc (a, r->n_findings, sizeof *copy);

  for (unsigned i = 0; copy && i < r->n_findings; i++)
    {
      struct avow_finding *f = &copy[i];
      *f = r->findings[i];
      f->subject = keep_string (a, f->subject);
      f->message = keep_string (a, f->message);
      f->fix = keep_string (a, f->fix);
      f->text = keep_string (a, f->text);
      for (unsigned e = 0; e < f->n_edits; e++)
        f->edits[e].text = keep_string (a, f->edits[e].text);
    }
  r->findings = copy;
}

static void
keep_gaps (struct avow_arena *a, struct avow_result *r)
{
  struct avow_gap *copy = avow_calloc (a, r->n_gaps, sizeof *copy);

  for (unsigned i = 0; copy && i < r->n_gaps; i++)
    {
      copy[i] = r->gaps[i];
      copy[i].detail = keep_string (a, copy[i].detail);
    }
  r->gaps = copy;
}

/* ---- the table -------------------------------------------------------------- */

static bool
grow_table (struct avow_memo *m)
{
  size_t n = m->n_slots ? 2 * m->n_slots : 64;
  struct avow_memo_entry **slots = calloc (n, sizeof *slots);

  if (!slots)
    return m->n_slots > 0;
  for (size_t i = 0; i < m->n_slots; i++)
    for (struct avow_memo_entry *e = m->slots[i], *next; e; e = next)
      {
        next = e->next;
        e->next = slots[e->hash & (n - 1)];
        slots[e->hash & (n - 1)] = e;
      }
  free (m->slots);
  m->slots = slots;
  m->n_slots = n;
  return true;
}

static struct avow_memo_entry *
find (const struct avow_memo *m, const struct key *k, uint64_t hash, uint64_t names_hash)
{
  struct avow_memo_entry *e = m->n_slots ? m->slots[hash & (m->n_slots - 1)] : NULL;

  for (; e; e = e->next)
    if (e->hash == hash && e->key_len == k->len && memcmp (e->key, k->bytes, k->len) == 0
        && (e->names_hash == names_hash || (!e->result.n_findings && !e->result.n_gaps)))
      return e;
  return NULL;
}

static struct avow_memo_entry *
insert (struct avow_memo *m, const struct key *k, uint64_t hash, uint64_t names_hash,
        const struct avow_result *result)
{
  struct avow_memo_entry *e;

  if (m->keep.failed || (m->n_entries >= m->n_slots && !grow_table (m)))
    return NULL;
  e = avow_alloc (&m->keep, sizeof *e);
  if (!e)
    return NULL;
  e->hash = hash;
  e->names_hash = names_hash;
  e->key = avow_strndup (&m->keep, k->bytes, k->len);
  e->key_len = k->len;
  e->result = *result;
  keep_findings (&m->keep, &e->result);
  keep_gaps (&m->keep, &e->result);
  if (m->keep.failed)
    return NULL;
  e->next = m->slots[hash & (m->n_slots - 1)];
  m->slots[hash & (m->n_slots - 1)] = e;
  m->n_entries++;
  return e;
}

static struct avow_gap no_memory_gap = { AVOW_REASON_NO_MEMORY, NULL, 0, 0, 0, false };
static const struct avow_result no_memory
    = { AVOW_UNVERIFIED, 0, NULL, 0, &no_memory_gap, 1 };

const struct avow_result *
avow_memo_check (struct avow_memo *memo, const struct avow_stmt *stmt,
                 const struct avow_options *opts, struct avow_arena *scratch)
{
  struct key key = make_key (stmt, scratch);
  uint64_t hash = key.bytes ? hash_bytes (FNV_START, key.bytes, key.len) : 0;
  uint64_t names_hash = hash_names (stmt);
  struct avow_memo_entry *e = key.bytes ? find (memo, &key, hash, names_hash) : NULL;
  struct avow_result *fresh;

  if (e)
    return &e->result;
  fresh = avow_alloc (scratch, sizeof *fresh);
  if (!fresh)
    return &no_memory;
  avow_check (stmt, opts, scratch, fresh);
  if (key.bytes && !scratch->failed)
    e = insert (memo, &key, hash, names_hash, fresh);
  return e ? &e->result : fresh;
}

void
avow_memo_free (struct avow_memo *memo)
{
  free (memo->slots);
  avow_arena_free (&memo->keep);
  memset (memo, 0, sizeof *memo);
}
