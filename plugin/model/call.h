/* call.h - calls that leave the template; see call.c.  */
#ifndef AVOW_CALL_H
#define AVOW_CALL_H

#include "callee.h"
#include "contract.h"

/* The stack pointer at a call.  */
enum avow_align
{
  AVOW_ALIGN_UNKNOWN,  /* or nobody cares */
  AVOW_ALIGN_RIGHT,    /* the body aligned it */
  AVOW_ALIGN_WRONG,    /* the body aligned it, and then moved it */
  AVOW_ALIGN_AS_ENTRY, /* as aligned as it was on entry */
  AVOW_ALIGN_OFF       /* not even that */
};

struct avow_call
{
  uint8_t kind;   /* enum avow_callee_kind */
  uint8_t align;  /* enum avow_align */
  bool memory;    /* may read and write any memory */
  uint32_t item;
  int64_t sp_off; /* AS_ENTRY, OFF: how far the stack pointer is from where it was on entry */
};

#endif
