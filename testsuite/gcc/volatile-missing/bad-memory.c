/* What a statement does to memory by "memory" alone goes with it when its outputs are not used.  */
/* { dg-options "-O2 -mrtm" } */
/* { avow-modes 64 32 } */
typedef __SIZE_TYPE__ size;

void
copy (void *to, const void *from, size n)
{
  int d0, d1, d2;
  asm ("rep movsb" : "=&c" (d0), "=&D" (d1), "=&S" (d2) : "0" (n), "1" (to), "2" (from) : "memory"); /* { dg-warning "rep movsb.*stores.*deleted.*[avow:volatile-missing]" } */
}

int
exchange (int *p, int v)
{
  asm ("xchgl %0, (%1)" : "+r" (v) : "r" (p) : "memory"); /* { dg-warning "[avow:volatile-missing]" } */
  return v;
}

int
last_one (int *p)
{
  unsigned char zero;
  asm ("lock; decl %1; sete %0" : "=q" (zero) : "m" (*p) : "cc", "memory"); /* { dg-warning "[avow:volatile-missing]" } */
  return zero;
}

int
fence_and_result (void)
{
  int r;
  asm ("mfence; movl $1, %0" : "=r" (r) : : "memory"); /* { dg-warning "mfence.*is a fence.*[avow:volatile-missing]" } */
  return r;
}

int
write_back (void *p)
{
  int r;
  asm ("clflush (%1); movl $1, %0" : "=r" (r) : "r" (p) : "memory"); /* { dg-warning "[avow:volatile-missing]" } */
  return r;
}

int
transaction (void)
{
  int r = -1;
  asm ("xbegin 1f; 1:" : "+a" (r) : : "memory"); /* { dg-warning "xbegin.*orders.*[avow:volatile-missing]" } */
  return r;
}

int
segment (int v)
{
  asm ("xchgl %0, %%gs:0x40" : "+r" (v) : : "memory"); /* { dg-warning "[avow:volatile-missing]" } */
  return v;
}
