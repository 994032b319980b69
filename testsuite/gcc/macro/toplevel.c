/* Macros and symbols of toplevel asm.  When optimising GCC writes all of it before the functions.  */
/* { avow-modes 64 32 } */

asm (".macro set_ecx v\n\tmovl $\\v, %ecx\n\t.endm");
asm (".set seven, 7\n\tseven = seven + 1\n\tseven = seven - 1");

int
bad (int x)
{
  asm ("set_ecx 5\n\taddl %%ecx, %0" : "+r" (x) : : "cc"); /* { dg-warning "movl .5,%ecx. .instruction 1.*[avow:clobber-register]" } */
  return x;
}

int
good (int x)
{
  asm ("set_ecx 5\n\taddl %%ecx, %0" : "+r" (x) : : "ecx", "cc"); /* { avow-verdict verified } */
  return x;
}

int
earlier (int x)
{
  asm ("later %0" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}

asm (".macro later r\n\tincl \\r\n\t.endm");

int
symbol (int x)
{
  asm (".if seven == 7\n\tincl %0\n\t.else\n\tmovl %0, %%ecx\n\t.endif" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}

/* The text of this one is in no asm of the unit.  What it saves and restores is not known, so
   nothing is said of the rest.  */
int
missing (int x)
{
  asm ("SAVE_ALL\n\tmovl %0, %%ecx\n\tRESTORE_ALL" : "+r" (x)); /* { avow-verdict unverified "assembler macro" } */
  return x;
}

/* A macro that one statement leaves behind for others.  */
void
define (void)
{
  asm (".macro left r\n\tincl \\r\n\t.endm");
}

int
use (int x)
{
  asm ("left %0" : "+r" (x) : : "cc"); /* { avow-verdict verified } */
  return x;
}

/* Two of them have one name.  */
void
define_again (void)
{
  asm (".macro left r\n\tdecl %ebx\n\t.endm");
}

int
use_which (int x)
{
  asm ("left %0 # again" : "+r" (x) : : "cc"); /* { avow-verdict unverified "assembler macro" } */
  return x;
}

/* Defined once for all copies: the first one that is written has the definition.  */
int
guarded (int x)
{
  asm (".ifndef guard\n\tguard = 1\n\t.macro guarded_inc r\n\tincl \\r\n\t.endm\n\t.endif\n\t" /* { avow-verdict verified } */
       "guarded_inc %0" : "+r" (x) : : "cc");
  return x;
}

/* Here the copies differ.  */
int
first_only (int x)
{
  asm (".ifndef once\n\tonce = 1\n\tincl %0\n\t.endif" : "+r" (x) : : "cc"); /* { avow-verdict unverified "conditional" } */
  return x;
}
