/* layout.h - where things lie in the memory of a process that runs foreign code, for C and assembler.

   All addresses are fixed and below 2 GiB, so that the switch can save every register
   without using one: an absolute 32-bit address needs no base register in either mode.  */
#ifndef EXEC_LAYOUT_H
#define EXEC_LAYOUT_H

#define EXEC_CONTEXT 0x10000000 /* struct exec_context */
#define EXEC_CODE 0x11000000    /* the code buffer */
#define EXEC_CODE_SIZE 0x100000
#define EXEC_WINDOWS 0x12000000 /* memory for the code to work on: window N at N * EXEC_STRIDE */
#define EXEC_STRIDE 0x10000
#define EXEC_PAGE 4096          /* a window; nothing is mapped before and behind it */
#define EXEC_N_WINDOWS 4

/* struct exec_state */
#define EXEC_S_VEC 0
#define EXEC_S_FX 2048
#define EXEC_S_MASK 2560
#define EXEC_S_GPR 2624
#define EXEC_S_FLAGS 2752
#define EXEC_S_FSBASE 2760
#define EXEC_S_GSBASE 2768
#define EXEC_S_SEG 2776
#define EXEC_S_SIZE 2816

/* struct exec_context */
#define EXEC_C_IN 0
#define EXEC_C_OUT 4096
#define EXEC_C_SP 8192       /* of the engine, while foreign code runs */
#define EXEC_C_ENTRY 8200
#define EXEC_C_LEAVE 8208    /* address of exec_leave */
#define EXEC_C_EXIT 8216     /* number of the exit that was taken */
#define EXEC_C_RUNNING 8220
#define EXEC_C_LEVEL 8224    /* 0 SSE, 1 AVX, 2 AVX-512 */
#define EXEC_C_FSGSBASE 8228 /* the base instructions may be used */
#define EXEC_C_OWN_FSBASE 8232
#define EXEC_C_OWN_GSBASE 8240
#define EXEC_C_OWN_SEG 8248
#define EXEC_C_MXCSR 8260

#endif
