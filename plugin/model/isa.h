/* isa.h - the effect tables as the core sees them.

   scripts/isagen.awk turns the .regs and .isa files of isa/ARCH into the arrays declared
   here (build/gen/ARCH.inc).  All of them are constant and hold offsets
   instead of pointers, so that loading the plugin relocates none of it.
   isa/FORMAT defines the notation that people write.

   A *location* is a unit of machine state that a contract can name: rax, zmm3,
   k1, flags, st(0), mxcsr ...  A *register name* is a view of a location:
   %ah is byte 1 of rax.  Bytes of a location are numbered from 0 (least
   significant) and kept in 64-bit masks; in the location `flags' each bit of the
   mask is one flag instead of a byte.  */
#ifndef AVOW_ISA_H
#define AVOW_ISA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Register classes.  */
enum avow_regclass
{
  AVOW_RC_GPR,
  AVOW_RC_VEC,   /* xmm/ymm/zmm, one location of 64 bytes */
  AVOW_RC_MM,
  AVOW_RC_MASK,  /* k0..k7 */
  AVOW_RC_ST,    /* st, st(1) ..: counted from the top of the stack */
  AVOW_RC_SEG,
  AVOW_RC_CR,
  AVOW_RC_DR,
  AVOW_RC_BND,
  AVOW_RC_TMM,
  AVOW_RC_IP,
  AVOW_RC_FLAGS,
  AVOW_RC_STATE  /* named only in tables: mxcsr, x87control, gsbase, ssp ... */
};

enum avow_mode { AVOW_MODE64 = 1, AVOW_MODE32 = 2, AVOW_MODE16 = 4 };

struct avow_regname
{
  uint16_t name;  /* offset into the string pool */
  uint8_t loc;    /* location */
  uint8_t size;   /* bytes of the view */
  uint8_t shift;  /* first byte: 1 for ah */
  uint8_t cls;    /* enum avow_regclass */
  uint8_t modes;  /* enum avow_mode bits in which the name exists */
};

enum avow_locflag
{
  AVOW_LOC_SP = 1,
  AVOW_LOC_FP = 2,         /* frame pointer */
  AVOW_LOC_CALLSAVED = 4,  /* preserved by calls in the ABI */
  AVOW_LOC_IMPLICIT = 8,   /* every asm statement clobbers it for GCC (x86: flags, x87 status) */
  AVOW_LOC_UNTRACKED = 16, /* the compiler keeps no values there: writing it is not
                              a register clobber (segment, control and debug
                              registers, mxcsr ...); machine-state is about those */
  AVOW_LOC_CALLSAVED32 = 32, /* like CALLSAVED, in the 32-bit ABI of the architecture */
  AVOW_LOC_SHADOW = 64     /* points to memory that C code cannot name (the shadow stack) */
};

struct avow_loc
{
  uint16_t name;     /* widest name: "rax", "zmm3" */
  uint16_t clobber;  /* the name GCC accepts in a clobber list ("xmm3"), 0 = none */
  uint8_t size;      /* bytes */
  uint8_t cls;
  uint8_t flags;     /* enum avow_locflag */
  uint8_t modes;     /* enum avow_mode bits in which it exists */
};

/* What an operand or implicit register is used for.  */
enum avow_role
{
  AVOW_ROLE_R = 1,
  AVOW_ROLE_W = 2,
  AVOW_ROLE_RCOND = 4,  /* read only under a condition of the instruction */
  AVOW_ROLE_WCOND = 8,  /* written only under a condition: old value may survive */
  AVOW_ROLE_ADDR = 16,  /* address computed, memory not touched (lea, prefetch, nop) */
  AVOW_ROLE_IMM = 32,
  AVOW_ROLE_TARGET = 64 /* branch target */
};

/* Operand kinds.  */
enum avow_okind
{
  AVOW_K_GPR = 1 << 0,
  AVOW_K_MEM = 1 << 1,
  AVOW_K_IMM = 1 << 2,
  AVOW_K_REL = 1 << 3,   /* label or symbol of a direct branch */
  AVOW_K_VEC = 1 << 4,
  AVOW_K_MM = 1 << 5,
  AVOW_K_MASK = 1 << 6,
  AVOW_K_ST = 1 << 7,
  AVOW_K_SEG = 1 << 8,
  AVOW_K_CR = 1 << 9,
  AVOW_K_DR = 1 << 10,
  AVOW_K_BND = 1 << 11,
  AVOW_K_TMM = 1 << 12,
  AVOW_K_FIXED = 1 << 13, /* exactly the register FIXED (a register name index) */
  AVOW_K_ONE = 1 << 14,   /* the literal 1 */
  AVOW_K_VSIB = 1 << 15   /* memory with a vector index */
};

/* Widths: a number of bytes, or one of these codes (resolved against the matched
   operands, see avow_width).  */
enum avow_width_code
{
  AVOW_W_ANY = 0,
  AVOW_W_S = 0x8001,   /* the operation size: suffix, or the registers used */
  AVOW_W_N = 0x8002,   /* the vector length */
  AVOW_W_N2 = 0x8003,  /* half the vector length */
  AVOW_W_N4 = 0x8004,
  AVOW_W_N8 = 0x8005,
  AVOW_W_P = 0x8006,   /* width of a push: 8 or 4 */
  AVOW_W_A = 0x8007,   /* width of a general register: 8 in 64-bit mode, 4 otherwise */
  AVOW_W_S2 = 0x8008   /* twice the operation size */
};

struct isa_operand
{
  uint16_t kinds;   /* enum avow_okind */
  uint16_t reg_width;  /* register operand: width of the name that must be used; a vector
                          register's below 16 means an xmm, accessed to that width.
                          K_VSIB: width of the index register, MEM_WIDTH = one element */
  uint16_t reg_access; /* bytes of it that are accessed, 0 = all (xmm.64: 8) */
  uint16_t mem_width;  /* memory operand: bytes accessed */
  uint16_t fixed;   /* K_FIXED: register name index */
  uint8_t role;     /* enum avow_role bits */
  uint8_t stay;     /* bytes from this one on go to the same bytes of the destination, 0 = none; ISA_STAY_ONLY: those
                       below are not read */
};

struct isa_implicit
{
  uint8_t loc;
  uint8_t role;
  uint16_t width;   /* bytes or width code; from byte SHIFT on */
  uint8_t shift;
  uint8_t is_mem;   /* memory addressed by LOC instead of LOC itself; 2: addressed by
                       the register in operand number LOC (Intel order, from 0) */
};

#define ISA_STAY_ONLY 0x80

/* How the value of the destination comes from the sources, where the abstract
   execution can follow it.  */
enum isa_op
{
  ISA_OP_NONE,
  ISA_OP_MOV,   /* dst = src */
  ISA_OP_MOVZX, /* dst = zero-extended src */
  ISA_OP_MOVSX,
  ISA_OP_LEA,
  ISA_OP_ADD, ISA_OP_SUB, ISA_OP_INC, ISA_OP_DEC,
  ISA_OP_AND, ISA_OP_OR, ISA_OP_XOR,
  ISA_OP_XCHG,  /* both operands exchange */
  ISA_OP_PUSH, ISA_OP_POP, ISA_OP_PUSHF, ISA_OP_POPF,
  ISA_OP_LEAVE, ISA_OP_ENTER,
  ISA_OP_ROL, ISA_OP_ROR, /* rotates by a constant; followed until they come full circle */
  ISA_OP_PACK, /* the low half of each group comes from the first source, the high half from the second */
  ISA_OP_PUSHA, ISA_OP_POPA, ISA_OP_NOT,
  ISA_OP_CMP, ISA_OP_TEST, /* flags as by sub, and */
  ISA_OP_NEG, ISA_OP_SHL, ISA_OP_SHR, ISA_OP_SAR, ISA_OP_IMUL, ISA_OP_BSWAP,
  ISA_OP_LAHF, ISA_OP_SAHF, /* flags to and from the implicit register */
  ISA_OP_BITS,  /* bitwise, of sources that are not followed */
  ISA_OP_CMOV,  /* dst = src when the condition holds */
  ISA_OP_HIGH,  /* writes only the high half of a 16-byte register (movhps) */
  ISA_OP_PUSH2, ISA_OP_POP2, /* two registers, the first operand first */
  ISA_OP_IRET,  /* pops the address, the code segment, the flags, and in 64-bit mode the stack pointer */
  ISA_OP_CPUID, /* whether it reads its second register depends on the number in the first */
  /* The last operand selects 1 << (op - ISA_OP_INSERT1) bytes of the destination; all others stay, or come from
     the first source.  */
  ISA_OP_INSERT1, ISA_OP_INSERT2, ISA_OP_INSERT4, ISA_OP_INSERT8, ISA_OP_INSERT16, ISA_OP_INSERT32,
  ISA_OP_INSERTPS, /* the same, by the fields of the last operand */
  ISA_OP_EXTRACT1, ISA_OP_EXTRACT2, ISA_OP_EXTRACT4, ISA_OP_EXTRACT8, /* so many bytes of the source */
  ISA_OP_BLEND,    /* element I of the second source where bit I of the last operand is set */
  ISA_OP_TERNARY, /* bitwise, by the truth table that the last operand is */
  ISA_OP_ONES,  /* of one register: all bits set */
  ISA_OP_BT,    /* one bit, by the constant that the last operand is */
  /* Elements of vectors that stay where they are (VSHIFT: the count apart) or move; see lanes.c.  */
  ISA_OP_VSHIFT, ISA_OP_UNPACKL, ISA_OP_UNPACKH, ISA_OP_SHUFFLE, ISA_OP_SHUFL, ISA_OP_SHUFH, ISA_OP_SHUF2,
  ISA_OP_BYTESL, ISA_OP_BYTESR, ISA_OP_ALIGN, ISA_OP_HIGHLOW
};

enum isa_flow
{
  ISA_NEXT,
  ISA_JCC,     /* may jump to the target */
  ISA_JMP,
  ISA_CALL,
  ISA_RET,
  ISA_SYSCALL, /* enters the kernel and comes back (syscall, sysenter, int n, vmcall) */
  ISA_SYSRET,  /* leaves to elsewhere (iret, sysexit) */
  ISA_TRAP     /* never continues behind itself (ud2, hlt does continue) */
};

/* Properties, one bit each.  */
#define ISA_LOCKABLE (UINT64_C (1) << 0)
#define ISA_ATOMIC (UINT64_C (1) << 1)      /* locked without a prefix */
#define ISA_NONDET (UINT64_C (1) << 2)      /* result changes from run to run: rdtsc, rdrand */
#define ISA_IO (UINT64_C (1) << 3)
#define ISA_FENCE (UINT64_C (1) << 4)
#define ISA_SERIAL (UINT64_C (1) << 5)
#define ISA_SYSTEM (UINT64_C (1) << 6)      /* reads or changes system state */
#define ISA_PRIV (UINT64_C (1) << 7)
#define ISA_NT (UINT64_C (1) << 8)
#define ISA_PREFETCH (UINT64_C (1) << 9)    /* also nop, clflush: address only */
#define ISA_ZEROIDIOM (UINT64_C (1) << 10)  /* same register in all sources: reads nothing, result 0 */
#define ISA_SAMEIDIOM (UINT64_C (1) << 11)  /* same register: its value does not matter (sbb r,r; pcmpeq) */
#define ISA_MXCSR (UINT64_C (1) << 12)      /* reads and sets MXCSR */
#define ISA_MMX (UINT64_C (1) << 13)        /* sets the x87 tags valid, TOP = 0 */
#define ISA_EMMS (UINT64_C (1) << 14)       /* empties the x87/MMX state */
#define ISA_KMERGE (UINT64_C (1) << 15)     /* {k} accepted, merging only */
#define ISA_KZERO (UINT64_C (1) << 16)      /* {k} and {k}{z} accepted */
#define ISA_GATHER (UINT64_C (1) << 17)
#define ISA_SCATTER (UINT64_C (1) << 18)
#define ISA_MASKEDMEM (UINT64_C (1) << 19)
#define ISA_BITBASE (UINT64_C (1) << 20)    /* register bit index reaches outside the memory operand */
#define ISA_KPAIR (UINT64_C (1) << 21)      /* writes k[n & ~1] and k[n | 1] */
#define ISA_SRC4 (UINT64_C (1) << 22)       /* reads four consecutive registers */
#define ISA_REP (UINT64_C (1) << 23)        /* string operation: rep allowed; count in rcx */
#define ISA_REPE (UINT64_C (1) << 24)       /* string compare: repe/repne allowed */
#define ISA_NOREVERSE (UINT64_C (1) << 25)  /* AT&T order is the Intel order */
#define ISA_ATT (UINT64_C (1) << 26)        /* AT&T spelling only */
#define ISA_INTEL (UINT64_C (1) << 27)      /* Intel spelling only */
#define ISA_COUNT (UINT64_C (1) << 28)      /* shift: flags keep their values when the count is 0 */
#define ISA_RNDEMB (UINT64_C (1) << 29)     /* accepts {rn-sae} or {sae} */
#define ISA_ORDER (UINT64_C (1) << 30)      /* what other code does to memory must stay on its side of it */
#define ISA_KSELECT (UINT64_C (1) << 31)    /* the mask selects a source: nothing is merged (vblendmps) */
#define ISA_NF (UINT64_C (1) << 32)         /* {nf} accepted: then no flag is written */
#define ISA_VAGUE (UINT64_C (1) << 33)      /* not all of its effects are documented */
#define ISA_FAULTS (UINT64_C (1) << 34)     /* on some values: div */

enum isa_encoding { ISA_ENC_LEGACY, ISA_ENC_VEX, ISA_ENC_EVEX, ISA_ENC_XOP, ISA_ENC_APX };

#define ISA_MAX_OPERANDS 6

/* One row = one shape of an instruction.  */
struct isa_row
{
  uint16_t operands;   /* first of N_OPERANDS in operand[], Intel order */
  uint16_t implicits;  /* first of N_IMPLICITS in implicit[] */
  uint8_t n_operands, n_implicits;
  uint8_t op;          /* enum isa_op */
  uint8_t flow;        /* enum isa_flow */
  uint32_t flags_r;    /* flags read, by bit of the location `flags' */
  uint32_t flags_w;    /* written to a defined value */
  uint32_t flags_u;    /* left undefined: also destroyed */
  uint32_t flags_cw;   /* written or left undefined only under a condition (count 0) */
  uint64_t props;      /* ISA_* */
  uint16_t stack;      /* change of the stack pointer: bytes or width code; see STACK_SIGN */
  int8_t stack_sign;   /* -1 push, +1 pop, 0 none, 2 = not a constant (leave, enter) */
  int8_t x87;          /* change of the x87 stack: +1 = one pushed */
  uint8_t bcst;        /* element bytes of an accepted {1toN}, 0 = none */
  uint8_t align;       /* memory alignment needed in bytes; 255 = its own width */
  uint8_t encoding;    /* enum isa_encoding */
  uint8_t modes;       /* enum avow_mode */
  uint8_t ext;         /* index of the ISA extension in exts[] */
  uint8_t sizes;       /* bit set of operation sizes S may take: 1 2 4 8 16=.. (bit n = 2^n bytes) */
  uint8_t lens;        /* bit set of vector lengths N may take (bit 4 = 16, 5 = 32, 6 = 64) */
  uint8_t file;        /* index into files[] */
  uint16_t line;       /* where the row is written */
  uint32_t flags_0;    /* subset of FLAGS_W: always cleared */
  uint32_t flags_1;    /* subset of FLAGS_W: always set */
  uint8_t kept;        /* 1 + the bit of the flag that tells, when it ends set (+ 128: clear), that
                          the destination kept its value; 0 = none */
  uint8_t low;         /* so many low bytes of the destination are all that is read of it, 0 = what is written */
  uint8_t lane;        /* bytes of the elements of vectors that do not get into others, or move as OP says; 0 = not so */
};

/* A condition in a mnemonic holds when one of the flags ANY is set or the two of DIFFER are not equal;
   with NEGATE when not.  */
struct isa_cond
{
  uint32_t any, differ;
  bool negate;
};

/* A way to read a mnemonic: a row, with the size and condition that the spelling gives.  */
struct isa_cand
{
  uint16_t row;
  uint8_t size;  /* bytes from the suffix, 0 = none */
  uint8_t cc;    /* condition: index into conds[], 0 = none */
};

struct isa_name
{
  uint32_t str;    /* offset of the mnemonic in the string pool */
  uint16_t first;  /* its candidates: cands[first .. first+n-1], in table order */
  uint8_t n;
  uint8_t len;
};

/* A family of instructions by their bytes, a line of isa/ARCH/ARCH.bytes; its head says what TEXT may hold.  */
struct isa_code
{
  uint32_t text;   /* offset in code_text: AT&T */
  uint16_t bytes;  /* offset in code_bytes: mandatory prefixes and opcode */
  uint8_t len;
  uint8_t modes;   /* enum avow_mode bits */
  uint8_t modrm;   /* enum isa_modrm */
  uint8_t digit;   /* MODRM: the value of its reg field, ISA_DIGIT_REG = a register */
  uint8_t imm;     /* bytes of the immediate behind all that */
};

enum isa_modrm { ISA_MODRM_NONE, ISA_MODRM_MEM, ISA_MODRM_REG }; /* what its rm field names */
#define ISA_DIGIT_REG 8

/* Everything about one register file and instruction set.  */
struct avow_isa
{
  const char *pool;                 /* NUL-terminated strings */
  const struct avow_regname *regnames;
  unsigned n_regnames;
  const struct avow_loc *locs;
  unsigned n_locs;
  const struct isa_row *rows;
  unsigned n_rows;
  const struct isa_operand *operands;
  const struct isa_implicit *implicits;
  const struct isa_cand *cands;
  const struct isa_name *names;
  unsigned n_names;
  const uint16_t *name_hash;        /* open addressing, entry+1 or 0; size is a power of two */
  unsigned name_hash_size;
  const uint16_t *reg_hash;         /* the same for regnames[] */
  unsigned reg_hash_size;
  const struct isa_cond *conds;
  const uint16_t *exts;             /* pool offsets of extension names */
  const uint16_t *ext_options;      /* ... of the GCC options that enable them, "" = none */
  unsigned n_exts;
  uint8_t vec_exts[2];              /* extensions without which vector registers have 16, 32 bytes */
  const uint16_t *files;            /* pool offsets of table file names */
  const uint16_t *flag_names;       /* pool offsets, one per bit of the location `flags' */
  unsigned n_flags;
  uint8_t loc_flags, loc_sp, loc_fp, loc_st0, loc_mm0, loc_vec0, loc_mask0, loc_mxcsr;
  uint8_t loc_x87tag, loc_x87control;
  uint8_t loc_aligned_sp;           /* stands for the stack pointer as a body rounded it down */
  const struct isa_code *codes;     /* instructions by their bytes: .bytes files */
  const uint8_t *code_bytes;
  const char *code_text;            /* NUL-terminated strings */
  const uint16_t *code_hash;        /* like name_hash, over the bytes */
  unsigned code_hash_size, code_max; /* size is a power of two; longest LEN */
};

/* The hash of scripts/isagen.awk: h = (h * 33 + c) mod 2^24, start 5381.  */
uint32_t isa_hash (const char *s, size_t len);
/* The mnemonic (lower case), or NULL.  */
const struct isa_name *isa_find (const struct avow_isa *isa, const char *s, size_t len);
/* The register name index (lower case, without %), or -1.  */
int isa_find_reg (const struct avow_isa *isa, const char *s, size_t len);
const char *isa_str (const struct avow_isa *isa, uint32_t off);

extern const struct avow_isa avow_isa_x86;
extern const char avow_x86_calls[];

#endif
