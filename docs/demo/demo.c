/* demo.c - five inline asm statements with mistakes of the kind that real
   projects shipped.  Each compiles without a warning, most work most of the
   time, and all are wrong at -O2.  "make try" shows what avow makes of them.  */
#include <stdint.h>
#include <stdio.h>

static int wrong;

static void
result (const char *what, unsigned long got, unsigned long expected)
{
  printf ("  %-28s %s  (got %lu, expected %lu)\n", what, got == expected ? "right" : "WRONG", got,
          expected);
  wrong += got != expected;
}

/* cpuid writes eax, ebx, ecx and edx.  Nobody told the compiler about ebx,
   which it uses for a value that must survive a call.  */
static unsigned
max_leaf (void)
{
  unsigned eax = 0, ecx = 0, edx;
  asm volatile ("cpuid" : "+a" (eax), "+c" (ecx), "=d" (edx));
  return eax;
}

/* The store goes through a pointer; without "memory" the compiler believes
   that *p is unchanged and uses the value it remembers.  */
static void
store (int *p, int v)
{
  asm volatile ("movl %1, (%0)" : : "r" (p), "r" (v));
}

/* A 64 by 64 bit multiplication leaves its upper half in rdx.  */
static uint64_t
multiply (uint64_t a, uint64_t b)
{
  uint64_t low;
  asm ("mulq %2" : "=a" (low) : "0" (a), "r" (b) : "cc");
  return low;
}

/* rep movsb counts rcx down and moves rsi and rdi on; the compiler believes
   that they still hold N, FROM and TO.  */
static void
copy (void *to, const void *from, size_t n)
{
#ifdef MENDED
  asm volatile ("rep movsb" : "+D" (to), "+S" (from), "+c" (n) : : "memory");
#else
  asm volatile ("rep movsb" : : "D" (to), "S" (from), "c" (n) : "memory");
#endif
}

/* The result changes from one run to the next, but without volatile two
   equal statements may become one.  */
static uint64_t
ticks (void)
{
  uint64_t t;
  asm ("rdtsc\n\t"
       "shlq $32, %%rdx\n\t"
       "orq %%rdx, %0"
       : "=a" (t) : : "rdx", "cc");
  return t;
}

/* What the callers do with them; noipa keeps the compiler from computing
   everything at compile time.  */
static __attribute__ ((noipa)) unsigned long
twice (unsigned long x)
{
  return 2 * x;
}

static __attribute__ ((noipa)) unsigned long
sum_around_cpuid (unsigned long a)
{
  unsigned long sum = twice (a);
  max_leaf ();
  return sum + twice (sum);
}

static __attribute__ ((noipa)) int
read_after_store (int *p)
{
  *p = 1;
  store (p, 2);
  return *p;
}

static __attribute__ ((noipa)) unsigned long
multiply_and_add (unsigned long x, unsigned long y, unsigned long z)
{
  return multiply (x, y) + z;
}

static __attribute__ ((noipa)) unsigned long
first_of_copy (char *to, const char *from, size_t n)
{
  copy (to, from, n);
  return (unsigned char)to[0];
}

static __attribute__ ((noipa)) unsigned long
time_passes (void)
{
  uint64_t start = ticks ();
  uint64_t end = ticks ();
  return end > start;
}

int
main (void)
{
  char text[32] = "................";
  int x;
  result ("sum kept across cpuid", sum_around_cpuid (7), 42);
  result ("value after a store", (unsigned long)read_after_store (&x), 2);
  result ("product plus a third value", multiply_and_add (6, 7, 100), 142);
  result ("first letter of a copy", first_of_copy (text, "avow", 4), 'a');
  result ("time passes", time_passes (), 1);
  return wrong != 0;
}
