/* The store goes through a pointer that is loaded from an operand.  An output that may as well be in a register says
   nothing about memory.  */
void g (long **pp)
{
  long save, *p;
  asm volatile ("mov %2, %1; movq $1, (%1)" : "=&rm" (save), "=&r" (p) : "m" (*pp)); /* { dg-warning "memory-write" } */
}
