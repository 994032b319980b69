/* lanes_run.h - the part of the program that lanes.py writes that is the same for all forms.  */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/isa.h"
#include "model/lanes.h"

struct form
{
  void (*run) (unsigned char (*b)[32]); /* registers 0 to 2 are b[0] to b[2]; the result goes to b[0] */
  const char *text;
  unsigned width, n, op, lane, imm;
  bool three;  /* the destination is no source */
  bool counts; /* the last source is a count */
};

typedef unsigned char regs[3][32];

/* The bytes of register K that byte I of the result may come from.  */
static uint64_t
sources (const struct form *f, unsigned k, unsigned i)
{
  struct avow_lanes l = { (uint8_t)f->op, (uint8_t)f->lane, k > f->three, (uint8_t)f->imm };
  if (f->counts && k == f->n - 1)
    return ~(uint64_t)0;
  if (f->op == ISA_OP_HIGHLOW) /* (writes the low half only) */
    return k ? (i < 8 ? (uint64_t)1 << (i + 8) : 0) : i < 8 ? 0 : (uint64_t)1 << i;
  return avow_lanes_source (&l, f->width < 16 ? 8 : 16, (uint64_t)1 << i);
}

static void
fill (regs r)
{
  for (unsigned k = 0; k < 3; k++)
    for (unsigned i = 0; i < 32; i++)
      r[k][i] = (unsigned char)(rand () >> 7);
}

/* A byte of the result of F that changes with bytes it does not come from, or -1.  */
static int
wrong_byte (const struct form *f)
{
  regs in, out;
  fill (in);
  if (f->counts)
    {
      memset (in[f->n - 1], 0, sizeof in[0]);
      in[f->n - 1][0] = (unsigned char)(rand () % 12);
    }
  memcpy (out, in, sizeof out);
  f->run (out);
  for (unsigned i = 0; i < f->width; i++)
    {
      regs other;
      fill (other);
      for (unsigned k = 0; k < f->n; k++)
        for (unsigned b = 0; b < f->width; b++)
          if (sources (f, k, i) >> b & 1)
            other[k][b] = in[k][b];
      f->run (other);
      if (other[0][i] != out[0][i])
        return (int)i;
    }
  return -1;
}

static int
run_forms (const struct form *f, unsigned n)
{
  unsigned failed = 0;
  for (unsigned i = 0; i < n; i++)
    for (unsigned round = 0; round < 20; round++)
      {
        int byte = wrong_byte (&f[i]);
        if (byte < 0)
          continue;
        printf ("FAIL: %s: byte %d depends on what it is not said to come from\n", f[i].text, byte);
        failed++;
        break;
      }
  printf ("%u forms\n", n);
  return failed || n < 800;
}
