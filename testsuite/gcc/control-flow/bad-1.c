/* control-flow: one case per way to leave.  */
/* { avow-modes 64 32 } */
/* { dg-options "-O2 -mno-red-zone" } */
int handler (void);

void
tail (void)
{
  asm volatile ("jmp handler" : : : "memory"); /* { dg-warning "'jmp handler'.*'handler'.*[avow:control-flow]" } */
}

void
conditional (int a)
{
  asm volatile ("testl %0, %0\n\tjnz handler" : : "r" (a) : "cc", "memory"); /* { dg-warning "'jnz handler'.*[avow:control-flow]" } */
}

/* The label of another statement, ...  */
void
into_another (int a)
{
  asm volatile ("1: decl %0" : "+r" (a) : : "cc");
  asm volatile ("jmp 1b" : : : "memory"); /* { dg-warning "'jmp 1b'.*'1b'.*[avow:control-flow]" } */
}

/* ... or of toplevel text.  */
asm (".text\n.Lshared_tail: ret");
void
to_shared_tail (int a)
{
  asm volatile ("testl %0, %0\n\tjz .Lshared_tail" : : "r" (a) : "cc", "memory"); /* { dg-warning "'.Lshared_tail'.*[avow:control-flow]" } */
}

int
returns (int a)
{
  asm volatile ("movl %0, %%eax\n\tret" : : "r" (a) : "eax"); /* { dg-warning "'ret'.*returns.*[avow:control-flow]" } */
  return 0;
}

/* What the function saved is still on the stack.  */
int
returns_early (int a)
{
  asm volatile ("testl %0, %0\n\tjnz 1f\n\txorl %%eax, %%eax\n\tret\n1:" : : "r" (a) : "eax", "cc"); /* { dg-warning "'ret'.*[avow:control-flow]" } */
  return handler ();
}

void
runs_on (int a)
{
  asm volatile ("testl %0, %0\n\tjnz 3f\n\t.pushsection .text.unlikely, \"ax\"\n3:\tincl %0\n\t.popsection" /* { dg-warning "'incl %0'.*last instruction.*[avow:control-flow]" } */
                : "+r" (a) : : "cc");
}
