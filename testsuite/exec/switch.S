/* switch.S - into foreign code and back.

   exec_switch () saves the engine's registers on its stack, loads the state IN and jumps to the
   entry.  Foreign code comes back by jumping through the context to exec_leave, which stores the state
   to OUT before it uses any register.  Stores go through %ss, because foreign code may have loaded
   another segment register with a selector that cannot be written through.  */
#include "layout.h"

#define IN EXEC_CONTEXT + EXEC_C_IN
#define OUT EXEC_CONTEXT + EXEC_C_OUT
#define C(x) EXEC_CONTEXT + EXEC_C_##x

	.text
	.globl	exec_switch, exec_leave
	.hidden	exec_switch, exec_leave

#ifdef __x86_64__
# define NVEC 16
# define NZMM 32
#else
# define NVEC 8
# define NZMM 8
#endif

	.altmacro
.macro load_one op, name, i
	\op	IN + EXEC_S_VEC + 64 * \i, %\name\i
.endm
.macro store_one op, name, i
	\op	%\name\i, %ss:OUT + EXEC_S_VEC + 64 * \i
.endm
.macro each_vector do, op, name, n
	.set	.Li, 0
	.rept	\n
	\do \op, \name, %.Li
	.set	.Li, .Li + 1
	.endr
.endm
.macro load_mask i
	kmovq	IN + EXEC_S_MASK + 8 * \i, %k\i
.endm
.macro store_mask i
	kmovq	%k\i, %ss:OUT + EXEC_S_MASK + 8 * \i
.endm

.macro each_gpr op
#ifdef __x86_64__
	\op	rax, 0
	\op	rcx, 1
	\op	rdx, 2
	\op	rbx, 3
	\op	rbp, 5
	\op	rsi, 6
	\op	rdi, 7
	\op	r8, 8
	\op	r9, 9
	\op	r10, 10
	\op	r11, 11
	\op	r12, 12
	\op	r13, 13
	\op	r14, 14
	\op	r15, 15
	\op	rsp, 4
#else
	\op	eax, 0
	\op	ecx, 1
	\op	edx, 2
	\op	ebx, 3
	\op	ebp, 5
	\op	esi, 6
	\op	edi, 7
	\op	esp, 4
#endif
.endm
.macro load_gpr r, n
	mov	IN + EXEC_S_GPR + 8 * \n, %\r
.endm
.macro store_gpr r, n
	mov	%\r, %ss:OUT + EXEC_S_GPR + 8 * \n
.endm

#ifdef __x86_64__
exec_switch:
	push	%rbx
	push	%rbp
	push	%r12
	push	%r13
	push	%r14
	push	%r15
	pushfq
	mov	%rsp, C(SP)
	fxrstor64 IN + EXEC_S_FX
#else
exec_switch:
	push	%ebx
	push	%ebp
	push	%esi
	push	%edi
	pushfl
	mov	%esp, C(SP)
	fxrstor	IN + EXEC_S_FX
#endif
	cmpl	$1, C(LEVEL)
	je	1f
	ja	2f
	each_vector load_one, movdqu, xmm, NVEC
	jmp	3f
1:
	each_vector load_one, vmovdqu, ymm, NVEC
	jmp	3f
2:	each_vector load_one, vmovdqu64, zmm, NZMM
	.irp	i, 0, 1, 2, 3, 4, 5, 6, 7
	load_mask \i
	.endr
3:
#ifdef __x86_64__
	cmpl	$0, C(FSGSBASE)
	je	4f
	mov	IN + EXEC_S_FSBASE, %rax
	wrfsbase %rax
	mov	IN + EXEC_S_GSBASE, %rax
	wrgsbase %rax
4:	pushq	IN + EXEC_S_FLAGS
	popfq
#else
	pushl	IN + EXEC_S_FLAGS
	popfl
#endif
	each_gpr load_gpr
	jmp	*C(ENTRY)

exec_leave:
	each_gpr store_gpr
#ifdef __x86_64__
	mov	%ss:C(SP), %rsp
	pushfq
	popq	%ss:OUT + EXEC_S_FLAGS
	fxsave64 %ss:OUT + EXEC_S_FX
#else
	mov	%ss:C(SP), %esp
	pushfl
	popl	%ss:OUT + EXEC_S_FLAGS
	fxsave	%ss:OUT + EXEC_S_FX
	fninit				/* 32-bit C code uses the x87 */
#endif
	cld
	cmpl	$1, %ss:C(LEVEL)
	je	1f
	ja	2f
	each_vector store_one, movdqu, xmm, NVEC
	jmp	3f
1:
	each_vector store_one, vmovdqu, ymm, NVEC
	vzeroupper
	jmp	3f
2:	each_vector store_one, vmovdqu64, zmm, NZMM
	.irp	i, 0, 1, 2, 3, 4, 5, 6, 7
	store_mask \i
	.endr
	vzeroupper
3:	ldmxcsr	%ss:C(MXCSR)
	mov	%es, %ss:OUT + EXEC_S_SEG
	mov	%cs, %ss:OUT + EXEC_S_SEG + 2
	mov	%ss, %ss:OUT + EXEC_S_SEG + 4
	mov	%ds, %ss:OUT + EXEC_S_SEG + 6
	mov	%fs, %ss:OUT + EXEC_S_SEG + 8
	mov	%gs, %ss:OUT + EXEC_S_SEG + 10
.macro restore_segment r, n
	mov	%ss:C(OWN_SEG) + 2 * \n, %ax
	cmp	%ax, %ss:OUT + EXEC_S_SEG + 2 * \n
	je	9f
	mov	%ax, %\r
9:
.endm
#ifdef __x86_64__
	cmpl	$0, C(FSGSBASE)
	je	4f
	rdfsbase %rax
	mov	%rax, OUT + EXEC_S_FSBASE
	rdgsbase %rax
	mov	%rax, OUT + EXEC_S_GSBASE
4:	restore_segment es, 0
	restore_segment ds, 3
	restore_segment fs, 4
	restore_segment gs, 5
	cmpl	$0, C(FSGSBASE)
	je	5f
	mov	C(OWN_FSBASE), %rax
	wrfsbase %rax
	mov	C(OWN_GSBASE), %rax
	wrgsbase %rax
5:	movl	$0, C(RUNNING)
	popfq
	pop	%r15
	pop	%r14
	pop	%r13
	pop	%r12
	pop	%rbp
	pop	%rbx
	ret
#else
	restore_segment es, 0
	restore_segment ds, 3
	restore_segment fs, 4
	restore_segment gs, 5
	movl	$0, C(RUNNING)
	popfl
	pop	%edi
	pop	%esi
	pop	%ebp
	pop	%ebx
	ret
#endif
	.section .note.GNU-stack,"",@progbits
