# apx.sh - contracts with the registers and forms of APX, which GCC knows from version 14 on: through `avow check'.
. "${TOP:?run this by testsuite/run sh}/testsuite/sh/lib.sh"

# judge NAME VERDICT REGEX: the stanza on standard input; REGEX (empty: none) matches its findings and gaps.
judge ()
{
  "$AVOW" check >"$TMP/judged"
  has "$1" "$TMP/judged" "\"verdict\":\"$2\""
  [ -z "$3" ] || has "$1" "$TMP/judged" "$3"
}

# A new destination leaves the old one alone, and {nf} the flags.
judge ndd-nf verified <<"E1"
asm "%{nf%} addq %2, %1, %0"
out "=r" size 8
in "r" size 8
in "r" size 8
end
E1
hasnt ndd-nf "$TMP/judged" clobber-flags
judge ndd-reads-source violation '"output-read"' <<"E1"
asm "%{nf%} addq %1, %0, %0"
out "=r" size 8
in "r" size 8
end
E1
# A narrow new destination is zero-extended; the old form keeps the upper bytes.
judge ndd-narrow verified <<"E1"
asm "%{nf%} addb %b2, %b1, %b0\n\tmovl %k0, %k0"
out "=q" size 4
in "q" size 4
in "q" size 4
end
E1
judge narrow violation '"output-read"' <<"E1"
asm "%{nf%} addb %b1, %b0\n\tmovl %k0, %k0"
out "=q" size 4
in "q" size 4
end
E1
judge setzu verified <<"E1"
asm "testl %1, %1\n\tsetzune %b0"
out "=q" size 4
in "r" size 4
clobber "cc"
end
E1
judge setcc violation '"output-read"' <<"E1"
asm "testl %1, %1\n\tsetne %b0"
out "=q" size 4
in "r" size 4
clobber "cc"
end
E1
# Two registers at once, and back in the other order.
judge push2 verified <<"E1"
asm "push2 %%r12, %%r13\n\txorl %%r12d, %%r12d\n\tmovl $1, %%r13d\n\tpop2 %%r13, %%r12" is_volatile 1
target red_zone 0
clobber "cc"
end
E1
judge push2-exchanged violation "changes register 'r12'" <<"E1"
asm "push2 %%r12, %%r13\n\txorl %%r12d, %%r12d\n\tmovl $1, %%r13d\n\tpop2 %%r12, %%r13" is_volatile 1
target red_zone 0
clobber "cc"
end
E1
judge push2-pop verified <<"E1"
asm "push2p %%rcx, %%rbx\n\tcpuid\n\tpop %%rcx\n\tmovl %%ebx, %0\n\tpopp %%rbx" is_volatile 1
target red_zone 0
out "=S" size 4
in "a" size 4
clobber "rax"
clobber "rdx"
end
E1
# The registers themselves.
judge r17-kept violation "changes register 'r17'" <<"E1"
asm "movl $1, %%r17d" is_volatile 1
end
E1
judge r17-clobbered verified <<"E1"
asm "movl $1, %%r17d" is_volatile 1
clobber "r17"
end
E1
judge register-variable verified <<"E1"
asm "movq %1, %0"
out "=jR" size 8 hard_reg "r31"
in "jR" size 8 hard_reg "r16"
end
E1
# "r" gives r16 only with -mapx-inline-asm-use-gpr32; a fixed r16 does not meet a plain "r" otherwise.
judge r-is-legacy verified <<"E1"
asm "movl $1, %k0\n\tmovq %1, %0"
out "=r" size 8
in "jR" size 8 hard_reg "r16"
end
E1
judge r-is-any violation '"earlyclobber"' <<"E1"
asm "movl $1, %k0\n\tmovq %1, %0"
arch x86_64-gpr32
out "=r" size 8
in "jR" size 8 hard_reg "r16"
end
E1
# Conditions: ccmp sets all flags in any case; cfcmov may not load, and then gives 0.
judge ccmp verified <<"E1"
asm "testl %1, %1\n\tccmpne %{dfv=zf,cf%} %2, %1\n\tsete %b0"
out "=q" size 1
in "r" size 4
in "r" size 4
clobber "cc"
end
E1
judge ccmp-alone violation '"register-read"' <<"E1"
asm "ccmpne %{dfv=%} %2, %1\n\tsete %b0"
out "=q" size 1
in "r" size 4
in "r" size 4
clobber "cc"
end
E1
judge cfcmov verified <<"E1"
asm "testq %1, %1\n\tcfcmovnz %2, %0"
out "=r" size 8
in "r" size 8
in "m" size 8
clobber "cc"
end
E1
judge vague unverified 'not all effects' <<"E1"
asm "sm2" is_volatile 1
clobber "memory"
end
E1
finish
