# insn.sh - what `avow insn' says to people: complete, and helpful when it has no answer.
. "${TOP:?run this by testsuite/run sh}/testsuite/sh/lib.sh"

# says NAME REGEX ... -- ARGUMENTS: each REGEX matches a line of what `avow insn ARGUMENTS' prints.
says ()
{
  _name=$1; shift
  _want=$TMP/want; : >"$_want"
  while [ "$1" != -- ]; do printf '%s\n' "$1" >>"$_want"; shift; done
  shift
  "$AVOW" insn "$@" >"$TMP/said" || fail "$_name: status $?"
  while read -r _regex; do has "$_name" "$TMP/said" "$_regex"; done <"$_want"
}

says certain 'reads +rdi rax mem$' 'writes +rcx cf zf sf of$' 'undefined +pf af$' 'cleared +of$' \
  'mem +r 4 bytes at rdi$' 'ext +BMI2$' 'row +isa/bmi.isa:[0-9]+$' -- 'bzhi %eax,(%rdi),%ecx'
says conditional 'may write +rax mem$' 'class .*lock allowed' 'rw \(perhaps\) 4 bytes' -- 'cmpxchg %ecx,(%rdi)'
says count 'may write +cf pf zf sf$' 'undefined +af of$' -- 'shl %cl,%eax'
says alignment 'mem +r 16 bytes at rdi, aligned to 16$' -- 'movaps (%rdi),%xmm1'
says privileged 'class +privileged \(ring 0\), system state, serialising$' -- wrmsr
says repeated 'w 1 byte at rdi, as often as rcx says$' 'reads .*df' -- 'rep stosb'
says bits 'also outside of it' -- 'bts %rax,(%rdi)'
says mask 'for each element that the mask selects$' -- 'vpgatherdd (%rax,%ymm1),%ymm2{%k1}'
says x87 'x87 +pops 1$' -- 'fstpl (%rax)'
says stack 'stack +-8 bytes$' 'mem +w 8 bytes at rsp$' -- 'push %rax'
says flow 'flow +may jump$' 'reads +cf zf$' -- 'ja foo'
says runs 'may write .*r16\.\.r31 zmm0\.\.zmm31 k0\.\.k7$' 'bytes, as many as the state says' -- 'xrstor (%rdi)'
says mode 'ext +LONGMODE, 64-bit mode only$' -- syscall
says mode32 'ext +I86, 32-bit mode only$' -- --arch i386 aaa
says intel 'mem +rw 8 bytes at rax \+ rcx\*4 \+16$' -- --dialect intel 'add [rax+rcx*4+16], rdx'
says nf 'writes +r16$' -- '{nf} add $3,%eax,%r16d'
says bytes 'writes +rax rdx$' -- '.byte 0x0f, 0x31'

# No answer: names nearby, or the forms in the order of the dialect.
says name "no instruction is called 'cmpxchg61b'" 'near .*cmpxchg16b' -- 'cmpxchg61b (%rdi)'
says no-name "no instruction is called 'frobnicate'" -- 'frobnicate %eax'
hasnt no-name "$TMP/said" near
says operands "'cmpxchg16b' needs operands:" '^    cmpxchg16b m128$' -- cmpxchg16b
says form "fit none of the forms of 'imul'" '^    imul r32, r/m32, imm$' -- --dialect intel 'imul eax, bl, 5'
says form-att '^    imul imm, r/m32, r32$' -- 'imul $5,%bl,%eax'
says form-vector '^    vaddps zmm/m512, zmm, zmm\{k\}\{z\} \(or \{1toN\}\) \(or rounding\)$' -- 'vaddps %zmm1,%xmm2,%ymm3'
says form-mode '^    jrcxz label$' -- 'jrcxz %eax'
says nothing 'not one instruction that can be read' -- 'nop; nop'
says json-near '"known":false,"near":\["cpuid"' -- --json cpuidd
says json-forms '"forms":\["cmpxchg16b m128"\]' -- --json cmpxchg16b
says json-more '"maybe_writes":\["rax","mem"\],"undefined":\[\],"x87":0,"lock":true' -- --json 'cmpxchg %ecx,(%rdi)'
finish
