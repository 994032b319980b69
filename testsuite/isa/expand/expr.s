#: precedence
.long 1+2*3, 2*3+1, 1<<2+1, 1|2+4, 7&3+1, 1+1==2, 1==1&&0, 1||0&&0, 10-2-3, 100/7/2, 100%7*2
.if (1+2*3)==7; nop; .else; ret; .endif
.if (2+3|4)==2+(3|4); nop; .else; ret; .endif
.if (1|2+4)==7; nop; .else; ret; .endif
.if (1+1<<2)==1+(1<<2); nop; .else; ret; .endif
.if (1 || 0 && 0); nop; .else; ret; .endif
.if (3 == 3) == -1; nop; .else; ret; .endif
.if (1 && 2) == 1; nop; .else; ret; .endif
.if -1 < 0; nop; .else; ret; .endif
.if 6 ! 1; nop; .endif
.if (6 ! 1) == (6 | ~1); nop; .else; ret; .endif
.if (6 !! 5) == 3; nop; .else; ret; .endif
.if (5 <> 6) == (5 != 6); nop; .else; ret; .endif
#: unary
.if - 1 == -1; nop; .else; ret; .endif
.if ~0 == -1; nop; .else; ret; .endif
.if !0 == 1; nop; .else; ret; .endif
.if !5 == 0; nop; .else; ret; .endif
.if -~-~1 == 3; nop; .else; ret; .endif
.if - - 1 == 1; nop; .else; ret; .endif
.if -2*3 == -6; nop; .else; ret; .endif
#: sixty-four-bits
.if 0xffffffff == -1; ret; .else; nop; .endif
.if 0xffffffffffffffff == -1; nop; .else; ret; .endif
.if 0x8000000000000000 < 0; nop; .else; ret; .endif
.if (0xffffffff << 32) == -4294967296; nop; .else; ret; .endif
.if (-1 >> 60) == 15; nop; .else; ret; .endif
.if -7 / 2 == -3; nop; .else; ret; .endif
.if -7 % 2 == -1; nop; .else; ret; .endif
#: sixty-four-bits-32 32
.if 0xffffffff == -1; ret; .else; nop; .endif
.if (1 << 40) == 1099511627776; nop; .else; ret; .endif
#: numbers
.if 0x1F == 31; nop; .else; ret; .endif
.if 017 == 15; nop; .else; ret; .endif
.if 0b101 == 5; nop; .else; ret; .endif
.if 0B11 == 3; nop; .else; ret; .endif
.if 'a == 97; nop; .else; ret; .endif
.if 'a' == 97; nop; .else; ret; .endif
.if '\n == 10; nop; .else; ret; .endif
.if 10u == 10; nop; .else; ret; .endif
.if 0x10UL == 16; nop; .else; ret; .endif
.if 7L == 7; nop; .else; ret; .endif
#: divide-by-zero open
.if 7/0 == 7; nop; .endif
#: symbols
.set a, 5
b = a + 1
.equ c, b*2
a = a + 10
.if a == 15; nop; .else; ret; .endif
.if b == 6; nop; .else; ret; .endif
.if c == 12; nop; .else; ret; .endif
.long a, b, c
movl $a, %eax
movl a(%rdi), %eax
a = 3
movl $a, %eax
#: equiv
.equiv a, 4
.if a == 4; nop; .else; ret; .endif
#: equiv-twice refused
.set a, 1
.equiv a, 4
#: eqv
a = 1
.eqv b, a+1
a = 2
.long b
#: eqv-twice refused
b == 3
b == 4
#: set-forward open
.set a, b
b = 3
.long a
#: register
.set r, %ecx
movl r, %eax
movl %eax, r
.ifdef r; ret; .else; nop; .endif
#: rept-count
n = 3
.rept n*2-1
nop
.endr
.rept 0
ret
.endr
.rept (2 > 1) * -2
nop
.endr
#: rept-counts
i = 0
.rept 5
.long i
i = i + 1
.endr
#: rept-negative refused
.rept -1
nop
.endr
#: rept-unclosed refused
.rept 2
nop
#: rept-nested
.rept 2
.rept 3
nop
.endr
ret
.endr
.REPT 2
nop
.ENDR
.rep 2
nop
.endr
#: irp
.irp x,1,2,3
.long \x
.endr
.irp x 4 5 6
.long \x
.endr
.irp x
.ifb \x
nop
.endif
.endr
.irp r, eax, ecx, edx
pushq %r\()ax
movl %\r, %ebx
.endr
.irp x,"a b",c
.ascii "\x"
.endr
#: irp-nested
.irp a,1,2
.irp b,3,4
.long \a, \b
.endr
.endr
#: irpc
.irpc c,123
.long \c
.endr
.irpc c,"4 5"
.ascii "\c"
.endr
.irpc c, 6 7
.ascii "\c"
.endr
.irpc r,abcd
push %r\r\()x
.endr
#: irpc-no-d open
.irpc r,abcd
push %r\r\()x
.endr
#: irp-counter
.macro m
.irp x,1,2
.L_\@_\x: jmp .L_\@_\x
.endr
.endm
m
m
#: fill
.fill 3,2,0x1234
.skip 4,0x90
.space 2
.zero 3
.org 40
.align 16
.p2align 4,,10
.balign 8
nop
#: struct
.struct 4
f1: .struct f1+8
f2:
.text
movl $f2, %eax
#: dot open
. = . + 3
nop
.if . - . == 0
.endif
#: data
x = 2
.byte x, 1+x, 'a
.value x
.quad x<<33
.octa 0x112233445566778899aabbccddeeff00
.uleb128 x+127
.ascii "x", "y"
.float 1.5
#: intel-expressions intel
n = 3
.if n eq 3
 mov eax, n
.endif
.if (n shl 2) == 12
 add eax, n shl 1
.endif
.if not 0 == -1
 nop
.endif
.if (5 mod 3) == 2 and 1
 nop
.endif
#: intel-macro intel
.macro m a, b=[rdi+8]
 mov \a, dword ptr \b
.endm
m eax
m ecx, [rsi+rax*4]
m edx [rsp]
#: att-in-intel intel
mov eax, 1
.att_syntax
movl $1, %eax
.macro m x
 movl \x, %ecx
.endm
m $3
.intel_syntax noprefix
mov eax, 2
