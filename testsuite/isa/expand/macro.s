#: positional
.macro m a, b
 movl $\a, %eax; addl $\b, %eax
.endm
m 1, 2
m 3 4
m 5,6
#: keyword-and-default
.macro m a, b=7, c = 1+1
 .long \a, \b, \c
.endm
m 1
m c=3, a=2
m a=1, b=
M A0, 1
A0 = 5
#: required
.macro m a:req, b
 .long \a
 .ifb \b
 nop
 .endif
.endm
m 1
m 2 3
#: required-missing refused
.macro m a:req
 .long \a
.endm
m
#: vararg
.macro m op, rest:vararg
 \op \rest
.endm
m movl $1, %eax
m addq 8(%rdi,%rcx,4), %rax
m nop
#: too-many refused
.macro m a
 .long \a
.endm
m 1, 2
#: unknown-keyword refused
.macro m a
 .long \a
.endm
m x=2
#: twice refused
.macro m
 nop
.endm
.macro m
 ret
.endm
m
#: purge
.macro m
 nop
.endm
m
.purgem m
.macro m
 ret
.endm
m
#: case
.macro Foo X
 .long \X
.endm
foo 1
FOO 2
.MACRO bar x
 .long \x
.ENDM
bar 3
#: glue
.macro m r, n
 mov\()l $\n, %e\r\()x
 .L\r\n: mov %r\r\()x, %rdi
.endm
m a 1
m b 2
#: counter
.macro m
 jmp .Lx\@
 .Lx\@: nop
.endm
m
m
#: counter-name
.macro m
 call foo\@
 foo\@: nop
.endm
m
m
#: nested-definition
.macro def name, val
 .macro \name arg
  .long \val, \arg
 .endm
.endm
def x, 5
def y, 6
x 1
y 2
#: nested-use
.macro inner a b
 movl $\a, \b
.endm
.macro outer r
 inner 5, \r
 inner 6, %ecx
.endm
outer %eax
#: recursion
.macro sum from=0, to=5
 .long \from
 .if \to-\from
 sum "(\from+1)",\to
 .endif
.endm
sum 0,5
#: recursion-too-deep refused
.macro m
 m
.endm
m
#: exitm
.macro m a
 .if \a
  nop
  .exitm
 .endif
 ret
.endm
m 1
m 0
#: exitm-in-rept
.macro m
 .rept 3
  nop
  .exitm
  ret
 .endr
 cltq
.endm
m
#: exitm-outside open
nop
.exitm
ret
#: conditional-left-open refused
.macro m
 .if 1
.endm
m
nop
.endif
#: quoted-arguments
.macro m a b
 .ascii "\a"
 .byte \b
.endm
m "x y", 1
m "ab" 2
#: string-holds-statements
.macro m a
 \a
.endm
m "nop; ret"
m "movl $1, %eax"
#: brackets
.macro m a b
 movl \a, \b
.endm
m 8( %rdi ), %eax
m (%rsi), %ecx
#: blank-behind-bracket refused
.macro m a b
 movl \a, \b
.endm
m (%rsi) %ecx
#: comma-in-brackets refused
.macro m a b
 movl \a, \b
.endm
m 8(%rdi,%rcx), %eax
#: blanks-in-expression
.macro m a b
 .long \a
 .ifnb \b
 .long \b
 .endif
.endm
m 1 + 2
m 1 +2, 3
m 4 5
m -1
m 2 -1
#: comments
.macro m a, /* one */ b # two
 .long \a /* three */
 .long \b # four
.endm
m 1, /* x */ 2 # y
m /* x */ 3 , 4 /* y */
#: comment-joins-words
.macro m a /* one */ b
 .long \ab
.endm
m 12
#: ampersand
.macro m a
 .long 7&a
 .long 1 & \a
 .long &a& + 1
.endm
m 3
#: escape-unknown
.macro def
 .macro inner2 x
  .long \x
 .endm
.endm
def
inner2 4
#: label-before
.macro m
 nop
.endm
foo: m
bar: m; baz: .long 1
jmp foo
#: body-label-end refused
.macro m
 nop
end\@: .endm
m
m
#: one-line
.macro m a; movl $\a, %eax; .endm; m 1; m 2
#: shadows-instruction
.macro mov a, b
 movq \a, \b
.endm
mov %rax, %rbx
.purgem mov
mov %ecx, %edx
#: prefix-is-no-call
.macro movsb
 nop
.endm
movsb
rep movsb
#: dot-name
.macro .foo a
 .long \a
.endm
.foo 3
#: numeric-labels
.macro m
 1: jmp 1b
 jmp 1f
 1:
.endm
1: m
jmp 1b
m
#: altmacro-local
.altmacro
.macro m a
 LOCAL x, y
 x: jmp y
 movl $a, %eax
 y: jmp x
.endm
m 1
m 2
.noaltmacro
#: altmacro-percent
.altmacro
.macro m a
 .long a
 .ascii "a"
.endm
n = 5
m %n+1
m %(2*3)
.noaltmacro
#: altmacro-angle
.altmacro
.macro m a, b
 .ascii "\a"
 .long b
.endm
m <x,y z>, 2
m <a!>b>, 3
m 'q r', 4
.noaltmacro
#: altmacro-string
.altmacro
.macro m a
 .ascii a
.endm
m "x y"
.noaltmacro
#: altmacro-nested
.altmacro
.macro outer n
 .irp r, <eax>, <ecx>
 movl $n, %r
 .endr
.endm
outer 4
#: redefine-within
.macro once a
 .long \a
 .purgem once
 .macro once b
 .long \b+10
 .endm
.endm
once 1
once 2
#: ascii-text
.macro s t
 .asciz "\t"
.endm
s hello
s "two words"
#: linux-extable
.macro extable_type_reg type:req reg:req
.set .Lfound, 0
.set .Lregnr, 0
.irp rs,rax,rcx,rdx,rbx,rsp,rbp,rsi,rdi,r8,r9,r10,r11,r12,r13,r14,r15
.ifc \reg, %\rs
.set .Lfound, .Lfound+1
.long \type + (.Lregnr << 8)
.endif
.set .Lregnr, .Lregnr+1
.endr
.set .Lregnr, 0
.irp rs,eax,ecx,edx,ebx,esp,ebp,esi,edi,r8d,r9d,r10d,r11d,r12d,r13d,r14d,r15d
.ifc \reg, %\rs
.set .Lfound, .Lfound+1
.long \type + (.Lregnr << 8)
.endif
.set .Lregnr, .Lregnr+1
.endr
.if (.Lfound != 1)
.error "extable_type_reg: bad register argument"
.endif
.endm
1: movl (%rdi), %ecx
2:
.pushsection "__ex_table", "a"
.balign 4
.long (1b) - .
.long (2b) - .
extable_type_reg reg=%ecx, type=12
extable_type_reg type=3 reg=%r15
.popsection
.purgem extable_type_reg
#: linux-extable-bad refused
.macro check reg
.set .Lfound, 0
.irp rs,rax,rcx
.ifc \reg, %\rs
.set .Lfound, .Lfound+1
.endif
.endr
.if (.Lfound != 1)
.error "bad register argument"
.endif
.endm
check %rdx
#: arm64-style
.irp num,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
.equ .L__gpr_num_x\num, \num
.endr
.macro mrs_s rt, sreg
 .long (0xd5200000|(\sreg)|(.L__gpr_num_\rt))
.endm
mrs_s x3, 0x1234
mrs_s x15, 7
#: quote-eats
.macro m a
 .ascii "\a'b"
.endm
m x
#: char-constant
.macro m a
 .byte \a
.endm
m 'x
m 'y'
m '\n
#: semicolons-in-strings
.macro m a
 .ascii "\a;\a"
.endm
m x; m y
