#: if-else
.if 1
 nop
.else
 ret
.endif
.if 0
 ret
.elseif 2
 cltq
.elseif 1
 ret
.else
 ret
.endif
#: compare
.ifeq 0; nop; .endif
.ifne 0; ret; .else; nop; .endif
.ifgt 1; nop; .endif
.iflt -1; nop; .endif
.ifge 0; nop; .endif
.ifle 0; nop; .endif
.ifle 1; ret; .endif
#: nested
.if 0
 .if 1
  ret
 .else
  ret
 .endif
 ret
.else
 .if 0
 .else
  nop
 .endif
.endif
#: defined
.set a, 1
b = 2
.ifdef a; nop; .endif
.ifndef b; ret; .endif
.ifdef c; ret; .endif
.ifnotdef c; nop; .endif
c:
.ifdef c; cltq; .endif
#: defined-label
foo:
.ifdef foo; nop; .endif
.ifdef bar; ret; .endif
bar:
#: referenced-is-not-defined
.long z
.ifdef z; ret; .else; nop; .endif
#: blank
.macro m a
.ifb \a
 nop
.else
 ret
.endif
.ifnb \a
 cltq
.endif
.endm
m
m 1
m ""
m " "
#: ifc
.ifc a,a; nop; .endif
.ifc a , a; nop; .endif
.ifc a b,a  b; nop; .endif
.ifc a + b,a+b; nop; .endif
.ifc %eax, %eax; nop; .endif
.ifc a,A; ret; .endif
.ifnc a,b; nop; .endif
.ifc ,; nop; .endif
.ifc a,; ret; .endif
.ifc "a b","a b"; nop; .endif
.ifc a,b,c; ret; .endif
.ifc 8 ( %rdi ),8 (%rdi); nop; .endif
.ifc 'a','a'; nop; .endif
.ifc 'a',97; nop; .endif
#: ifeqs
.ifeqs "a","a"; nop; .endif
.ifnes "a" , "b"; nop; .endif
.ifeqs "","" ; nop; .endif
.ifeqs "a b","a  b"; ret; .endif
#: label-hides-endif
.if 0
x: .endif
 ret
.endif
nop
#: ignored-garbage
.if 0
 this is not assembler
 .unknown
.endif
nop
#: ignored-macro-body
.if 0
.macro m
 ret
.endif
nop
#: else-twice refused
.if 1; .else; .else; .endif
#: endif-alone refused
nop
.endif
#: open refused
.if 1
nop
#: not-constant refused
.if foo
nop
.endif
#: distance undecided
1: nop
2:
.if 2b-1b
 ret
.endif
#: distance-data open
1: nop
2:
.if 2b-1b
 .long 1
.endif
#: error refused
.if 1
.error "no"
.endif
#: error-not-reached
.if 0
.error "no"
.err
.endif
nop
#: warning open
.warning "yes"
.print "yes"
nop
#: labels-and-conditions
a: .if 1
b: nop
c: .endif
#: case
.IF 1
.Else
.ENDIF
nop
#: upper-in-ignored
.if 0
.IF 1
ret
.ENDIF
ret
.ELSE
nop
.endif
#: across-rept
.rept 1
.if 0
.endr
ret
.endif
nop
