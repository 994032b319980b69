/* unit.c - what "make bench" compiles: an ordinary C file, with and without inline asm.

   It is shaped like the asm-bearing units of the kernel, libgcrypt and haproxy:
   some 15 to 20 statements as the compiler sees them, most of them through inline
   functions and so from a few templates, in a file that takes the compiler
   0.1 to 0.2 s at -O2.  Compiled as it is, it is the asm-dense unit; with
   -DNO_ASM the same functions are written with builtins: the asm-free one.  With
   -DBROKEN nearly every statement has a defect, and is looked at again in each inlined copy.  */
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- primitives ---------------------------------------------------------------- */

#ifndef NO_ASM

#ifdef BROKEN
#define HARM "movl $0, %%r11d; "
#else
#define HARM
#endif

#define barrier() asm volatile ("" : : : "memory")

static inline void
pause_cpu (void)
{
  asm volatile (HARM "rep; nop" : : : "memory");
}

static inline int
fetch_add (int *p, int v)
{
  asm volatile (HARM "lock; xaddl %0, %1" : "+r" (v), "+m" (*p) : : "memory", "cc");
  return v;
}

static inline void
increment (int *p)
{
  asm volatile (HARM "lock; incl %0" : "+m" (*p) : : "cc");
}

static inline bool
decrement_and_test (int *p)
{
  bool zero;
  asm volatile (HARM "lock; decl %0" : "+m" (*p), "=@ccz" (zero) : : "memory");
  return zero;
}

static inline void *
compare_exchange (void **p, void *old, void *new)
{
  void *was;
  asm volatile (HARM "lock; cmpxchgq %2, %1"
                : "=a" (was), "+m" (*p)
                : "r" (new), "0" (old)
                : "memory", "cc");
  return was;
}

static inline void *
exchange (void **p, void *new)
{
  asm volatile (HARM "xchgq %0, %1" : "+r" (new), "+m" (*p) : : "memory");
  return new;
}

static inline bool
test_and_set_bit (long nr, unsigned long *word)
{
  unsigned char old;
  asm volatile (HARM "lock; btsq %2, %1\n\tsetc %0"
                : "=q" (old), "+m" (*word)
                : "Jr" (nr & 63)
                : "memory", "cc");
  return old;
}

static inline unsigned long
first_bit (unsigned long w)
{
  unsigned long i;
  asm (HARM "rep; bsfq %1, %0" : "=r" (i) : "rm" (w) : "cc");
  return i;
}

static inline uint64_t
cycles (void)
{
  uint32_t lo, hi;
  asm volatile (HARM "rdtsc" : "=a" (lo), "=d" (hi));
  return (uint64_t)hi << 32 | lo;
}

static inline uint64_t
multiply_high (uint64_t a, uint64_t b)
{
  uint64_t low, high;
  asm (HARM "mulq %3" : "=a" (low), "=d" (high) : "0" (a), "rm" (b) : "cc");
  return high ^ low;
}

static inline uint32_t
swap_bytes (uint32_t x)
{
  asm (HARM "bswapl %0" : "+r" (x));
  return x;
}

static inline uint32_t
rotate (uint32_t x, unsigned char n)
{
  asm (HARM "roll %1, %0" : "+r" (x) : "cI" (n) : "cc");
  return x;
}

static inline void
copy_words (void *to, const void *from, unsigned long n)
{
  asm volatile (HARM "rep; movsq" : "+D" (to), "+S" (from), "+c" (n) : : "memory");
}

static inline uint64_t
add_128 (uint64_t *high, uint64_t low, uint64_t add)
{
  asm (HARM "addq %2, %0\n\tadcq $0, %1" : "+&r" (low), "+r" (*high) : "rm" (add) : "cc");
  return low;
}

#else

#define barrier() __atomic_signal_fence (__ATOMIC_SEQ_CST)
#define pause_cpu() __builtin_ia32_pause ()
#define fetch_add(p, v) __atomic_fetch_add (p, v, __ATOMIC_SEQ_CST)
#define increment(p) ((void)__atomic_fetch_add (p, 1, __ATOMIC_RELAXED))
#define decrement_and_test(p) (__atomic_sub_fetch (p, 1, __ATOMIC_SEQ_CST) == 0)
#define compare_exchange(p, old, new) __sync_val_compare_and_swap (p, old, new)
#define exchange(p, new) __atomic_exchange_n (p, (void *)(new), __ATOMIC_SEQ_CST)
#define test_and_set_bit(nr, w) \
  ((__atomic_fetch_or (w, 1ul << ((nr) & 63), __ATOMIC_SEQ_CST) >> ((nr) & 63)) & 1)
#define first_bit(w) ((unsigned long)__builtin_ctzl (w))
#define cycles() __builtin_ia32_rdtsc ()
#define swap_bytes(x) __builtin_bswap32 (x)
#define rotate(x, n) ((x) << ((n) & 31) | (x) >> (-(n) & 31))
#define copy_words(to, from, n) ((void)memcpy (to, from, 8 * (n)))

static inline uint64_t
multiply_high (uint64_t a, uint64_t b)
{
  unsigned __int128 r = (unsigned __int128)a * b;
  return (uint64_t)(r >> 64) ^ (uint64_t)r;
}

static inline uint64_t
add_128 (uint64_t *high, uint64_t low, uint64_t add)
{
  *high += __builtin_add_overflow (low, add, &low);
  return low;
}

#endif

/* ---- a reference-counted hash table -------------------------------------------------- */

struct item
{
  struct item *next;
  int refs;
  uint32_t hash;
  size_t len;
  char key[];
};

struct table
{
  struct item **slots;
  size_t n_slots, n_items;
  int users;
  uint64_t hits, misses, last_use;
};

static uint32_t
hash_bytes (const char *s, size_t len)
{
  uint32_t h = 0x811c9dc5u;
  for (; len >= 4; len -= 4, s += 4)
    {
      uint32_t w;
      memcpy (&w, s, 4);
      h = rotate (h ^ swap_bytes (w), 13) * 5 + 0xe6546b64u;
    }
  while (len--)
    h = (h ^ (unsigned char)*s++) * 0x01000193u;
  return h ^ (uint32_t)multiply_high (h, 0x9e3779b97f4a7c15u);
}

bool
table_init (struct table *t, size_t n)
{
  memset (t, 0, sizeof *t);
  for (t->n_slots = 16; t->n_slots < n;)
    t->n_slots *= 2;
  t->slots = calloc (t->n_slots, sizeof *t->slots);
  t->last_use = cycles ();
  return t->slots != NULL;
}

static void
item_release (struct item *i)
{
  if (decrement_and_test (&i->refs))
    free (i);
}

struct item *
table_find (struct table *t, const char *key, size_t len)
{
  uint32_t h = hash_bytes (key, len);
  fetch_add (&t->users, 1);
  for (struct item *i = t->slots[h & (t->n_slots - 1)]; i; i = i->next)
    if (i->hash == h && i->len == len && memcmp (i->key, key, len) == 0)
      {
        increment (&i->refs);
        t->hits++;
        return i;
      }
  t->misses++;
  return NULL;
}

static bool
table_grow (struct table *t)
{
  size_t n = 2 * t->n_slots;
  struct item **slots = calloc (n, sizeof *slots);
  if (!slots)
    return false;
  for (size_t k = 0; k < t->n_slots; k++)
    for (struct item *i = t->slots[k], *next; i; i = next)
      {
        next = i->next;
        i->next = slots[i->hash & (n - 1)];
        slots[i->hash & (n - 1)] = i;
      }
  struct item **old = exchange ((void **)&t->slots, slots);
  t->n_slots = n;
  free (old);
  return true;
}

struct item *
table_insert (struct table *t, const char *key, size_t len)
{
  struct item *i = table_find (t, key, len);
  if (i)
    return i;
  if (t->n_items >= t->n_slots && !table_grow (t))
    return NULL;
  i = malloc (sizeof *i + len + 1);
  if (!i)
    return NULL;
  i->refs = 2;
  i->hash = hash_bytes (key, len);
  i->len = len;
  memcpy (i->key, key, len);
  i->key[len] = '\0';
  struct item **slot = &t->slots[i->hash & (t->n_slots - 1)];
  do
    {
      i->next = *slot;
      pause_cpu ();
    }
  while (compare_exchange ((void **)slot, i->next, i) != i->next);
  t->n_items++;
  t->last_use = cycles ();
  return i;
}

void
table_clear (struct table *t)
{
  for (size_t k = 0; k < t->n_slots; k++)
    for (struct item *i = t->slots[k], *next; i; i = next)
      {
        next = i->next;
        item_release (i);
      }
  free (t->slots);
  memset (t, 0, sizeof *t);
}

/* ---- a bitmap allocator ------------------------------------------------------------- */

#define N_WORDS 64

struct pool
{
  unsigned long used[N_WORDS];
  char *base;
  size_t unit;
};

long
pool_take (struct pool *p)
{
  for (long w = 0; w < N_WORDS; w++)
    while (~p->used[w])
      {
        long bit = (long)first_bit (~p->used[w]);
        if (!test_and_set_bit (bit, &p->used[w]))
          return 64 * w + bit;
      }
  return -ENOMEM;
}

void *
pool_copy (struct pool *p, const void *data, size_t words)
{
  long n = pool_take (p);
  if (n < 0 || 8 * words > p->unit)
    return NULL;
  void *to = p->base + (size_t)n * p->unit;
  copy_words (to, data, words);
  barrier ();
  return to;
}

/* ---- long numbers -------------------------------------------------------------------- */

struct number
{
  size_t n;
  uint64_t limb[32];
};

int
number_add (struct number *r, const struct number *a, const struct number *b)
{
  uint64_t carry = 0;
  size_t n = a->n > b->n ? a->n : b->n;
  for (size_t i = 0; i < n; i++)
    {
      uint64_t next = 0;
      uint64_t s = add_128 (&next, i < a->n ? a->limb[i] : 0, i < b->n ? b->limb[i] : 0);
      r->limb[i] = add_128 (&next, s, carry);
      carry = next;
    }
  r->n = n;
  if (!carry)
    return 0;
  if (n == sizeof r->limb / sizeof *r->limb)
    return -EOVERFLOW;
  r->limb[r->n++] = carry;
  return 0;
}

int
number_compare (const struct number *a, const struct number *b)
{
  if (a->n != b->n)
    return a->n < b->n ? -1 : 1;
  for (size_t i = a->n; i--;)
    if (a->limb[i] != b->limb[i])
      return a->limb[i] < b->limb[i] ? -1 : 1;
  return 0;
}

int
number_parse (struct number *r, const char *s)
{
  memset (r, 0, sizeof *r);
  for (; *s; s++)
    {
      int digit = *s >= '0' && *s <= '9'   ? *s - '0'
                  : *s >= 'a' && *s <= 'f' ? *s - 'a' + 10
                  : *s >= 'A' && *s <= 'F' ? *s - 'A' + 10
                                           : -1;
      if (digit < 0)
        return -EINVAL;
      uint64_t out = (uint64_t)digit;
      for (size_t i = 0; i < r->n; i++)
        {
          uint64_t next = r->limb[i] >> 60;
          r->limb[i] = r->limb[i] << 4 | out;
          out = next;
        }
      if (!out)
        continue;
      if (r->n == sizeof r->limb / sizeof *r->limb)
        return -EOVERFLOW;
      r->limb[r->n++] = out;
    }
  return 0;
}

/* ---- text ---------------------------------------------------------------------------- */

struct reader
{
  const char *p, *end;
  unsigned line;
  struct table *words;
};

static bool
is_space (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool
is_word (char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

int
reader_next (struct reader *r, struct item **word)
{
  while (r->p < r->end && is_space (*r->p))
    r->line += *r->p++ == '\n';
  if (r->p == r->end)
    return 0;
  const char *start = r->p;
  if (!is_word (*r->p))
    return (unsigned char)*r->p++;
  while (r->p < r->end && is_word (*r->p))
    r->p++;
  *word = table_insert (r->words, start, (size_t)(r->p - start));
  return *word ? 256 : -ENOMEM;
}

int
count_words (const char *text, size_t len, FILE *out)
{
  struct table t;
  struct item *word = NULL;
  if (!table_init (&t, len / 8))
    return -ENOMEM;
  struct reader r = { text, text + len, 1, &t };
  unsigned other = 0;
  uint64_t start = cycles ();
  for (int c; (c = reader_next (&r, &word)) != 0;)
    {
      if (c < 0)
        {
          table_clear (&t);
          return c;
        }
      switch (c)
        {
        case 256: item_release (word); break;
        case '#':
          while (r.p < r.end && *r.p != '\n')
            r.p++;
          break;
        case '"':
          while (r.p < r.end && *r.p != '"')
            r.p += *r.p == '\\' && r.p + 1 < r.end ? 2 : 1;
          r.p += r.p < r.end;
          break;
        default: other++; break;
        }
    }
  for (size_t k = 0; k < t.n_slots; k++)
    for (struct item *i = t.slots[k]; i; i = i->next)
      fprintf (out, "%8d %.*s\n", i->refs, (int)i->len, i->key);
  fprintf (out, "%zu words, %u lines, %u others, %llu hits, %llu cycles\n", t.n_items, r.line,
           other, (unsigned long long)t.hits, (unsigned long long)(cycles () - start));
  table_clear (&t);
  return 0;
}
