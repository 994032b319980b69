/* target.cc - the facts about the target that change what a template means.

   Everything here depends on the port of GCC that the plugin is built for; the
   port is known by macros that only it defines.  Called for each statement,
   because target attributes change the answers from function to function.  */
#include "glue.h"

#if defined (TARGET_RED_ZONE) && defined (TARGET_64BIT_MS_ABI)

/* The registers that no allocation can use, as locations of the tables.  They change with
   target attributes only, so the last answer is kept.  */
static void
capture_absent (const struct avow_arch *arch, uint64_t *absent)
{
  static HARD_REG_SET known_for;
  static const struct avow_arch *known_arch;
  static uint64_t known[4];

  if (known_arch != arch || known_for != accessible_reg_set)
    {
      known_arch = arch;
      known_for = accessible_reg_set;
      /* A register that this compiler has not heard of (r16 before GCC 14) it does not use either.  */
      memset (known, 0xff, sizeof known);
      for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
        if (TEST_HARD_REG_BIT (accessible_reg_set, r))
          {
            int loc = avow_location (arch, reg_names[r]);
            if (loc >= 0)
              known[loc / 64] &= ~((uint64_t) 1 << (loc % 64));
          }
    }
  memcpy (absent, known, sizeof known);
}

/* Registers that the program has taken: for global variables, and by -ffixed-REG.  The others that are fixed are
   so for every program (call_fixed_regs and CONDITIONAL_REGISTER_USAGE leave those of the tables' classes alone
   but the stack pointer).  */
static void
capture_reserved (const struct avow_arch *arch, struct avow_target *target)
{
  for (unsigned r = 0; r < FIRST_PSEUDO_REGISTER; r++)
    {
      uint64_t *set = global_regs[r] ? target->global : target->fixed;
      int loc;
      if (!global_regs[r] && !(fixed_regs[r] && TEST_HARD_REG_BIT (accessible_reg_set, r)))
        continue;
      loc = r == STACK_POINTER_REGNUM ? -1 : avow_location (arch, reg_names[r]);
      if (loc >= 0)
        set[loc / 64] |= (uint64_t) 1 << (loc % 64);
    }
}

static bool
has_attribute (tree function, const char *name)
{
  return function && lookup_attribute (name, DECL_ATTRIBUTES (function));
}

/* The calling convention of FUNCTION, which need not be the one that is being compiled
   (ix86_function_type_abi, config/i386/i386.cc).  */
static bool
is_ms_abi (tree function)
{
  if (!TARGET_64BIT || !function || function == current_function_decl)
    return TARGET_64BIT_MS_ABI;
  tree attributes = TYPE_ATTRIBUTES (TREE_TYPE (function));
  if (lookup_attribute ("ms_abi", attributes))
    return true;
  return ix86_abi == MS_ABI && !lookup_attribute ("sysv_abi", attributes);
}

/* Which ISA extensions the current function is not compiled for.  GCC's own table of options says
   which flag stands for which, so that nothing here depends on the version.  The answer changes with target
   attributes and pragmas, and is kept until the flags are others.  */
static void
capture_lacks (const struct avow_arch *arch, uint64_t *lacks)
{
  static HOST_WIDE_INT flags, flags2;
  static const struct avow_arch *known_arch;
  static uint64_t known[AVOW_EXT_WORDS];
  struct avow_extension ext;

  if (known_arch != arch || flags != ix86_isa_flags || flags2 != ix86_isa_flags2)
    {
      known_arch = arch;
      flags = ix86_isa_flags;
      flags2 = ix86_isa_flags2;
      memset (known, 0, sizeof known);
      for (unsigned i = 0; avow_extension (arch, i, &ext); i++)
        {
          char name[40];
          size_t option;
          if (!*ext.option || strlen (ext.option) > sizeof name - 2)
            continue;
          sprintf (name, "m%s", ext.option);
          option = find_opt (name, CL_TARGET);
          if (option < cl_options_count && !strcmp (cl_options[option].opt_text + 1, name)
              && option_enabled ((int) option, CL_TARGET, &global_options) == 0)
            known[i / 64] |= (uint64_t) 1 << (i % 64);
        }
    }
  memcpy (lacks, known, sizeof known);
}

/* map_egpr_constraints (config/i386/i386.cc, GCC 14) takes r16 to r31 out of "r" unless both are given.  */
static bool
asm_gets_gpr32 ()
{
#if defined (TARGET_APX_EGPR) && GCCPLUGIN_VERSION_MAJOR >= 14
  return TARGET_APX_EGPR && ix86_apx_inline_asm_use_gpr32;
#else
  return false;
#endif
}

bool
avow_default_is_ms (void)
{
  return TARGET_64BIT && ix86_abi == MS_ABI;
}

/* ix86_using_red_zone (config/i386/i386.cc) also asks things that are only known
   after register allocation; what is asked here is the ABI's promise.  The x32
   ABI has the instructions of x86-64.  */
void
avow_capture_target (tree function, struct avow_target *target)
{
  memset (target, 0, sizeof *target);
  target->arch = avow_arch_by_name (TARGET_64BIT ? asm_gets_gpr32 () ? "x86_64-gpr32" : "x86_64" : "i386");
  target->dialect = ASSEMBLER_DIALECT ? AVOW_INTEL : AVOW_ATT;
  target->red_zone = TARGET_64BIT && TARGET_RED_ZONE && !is_ms_abi (function);
  target->pic = flag_pic != 0;
  capture_absent (target->arch, target->absent);
  capture_reserved (target->arch, target);
  if (function && function == current_function_decl) /* (else its options are not known) */
    capture_lacks (target->arch, target->lacks);
  target->kernel_model = ix86_cmodel == CM_KERNEL;
  target->stack_align = PREFERRED_STACK_BOUNDARY / BITS_PER_UNIT;
  target->frame_pointer = optimize && !flag_omit_frame_pointer;
  target->keeps_frame_pointer = !flag_omit_frame_pointer;
  target->naked = has_attribute (function, "naked");
  /* Copies that are no inlining are made for known arguments (ipa-cp.cc).  */
  target->single_copy = target->naked
                        || (function && DECL_UNINLINABLE (function)
                            && (has_attribute (function, "noclone") || !DECL_ARGUMENTS (function)));
}

/* CALL_USED_REGISTERS (config/i386/i386.h): 1, or a bit for each convention.  Once a register is taken for a global
   variable, call_used_regs says nothing any more.  */
bool
avow_calls_destroy (unsigned regno)
{
  static const unsigned char used[FIRST_PSEUDO_REGISTER] = CALL_USED_REGISTERS;

  return used[regno] == 1 || (used[regno] & CALL_USED_REGISTERS_MASK (TARGET_64BIT_MS_ABI));
}

/* The code that fetches the address of the global offset table (set_got, config/i386/i386.md).  */
bool
avow_sets_got (const_rtx source)
{
  return GET_CODE (source) == UNSPEC && XINT (source, 1) == UNSPEC_SET_GOT;
}

/* The x86 port counts from the canonical frame address, or, where the prologue aligns the stack, from the aligned
   frame; STACK_REALIGN_OFFSET leads to the point that is aligned (struct ix86_frame, config/i386/i386.h).  */
void
avow_frame_facts (struct avow_frame *f)
{
  const struct ix86_frame *layout = &cfun->machine->frame;
  bool realigned = crtl->stack_realign_needed;

  f->known = !crtl->calls_eh_return;
  f->sp = layout->stack_pointer_offset;
  f->fp = layout->hard_frame_pointer_offset;
  f->locals = layout->frame_pointer_offset;
  f->red_zone = layout->red_zone_size > 0;
  f->align = (realigned ? crtl->stack_alignment_needed : INCOMING_STACK_BOUNDARY) / BITS_PER_UNIT;
  f->aligned = realigned ? layout->stack_realign_offset : 0;
  f->call_align = PREFERRED_STACK_BOUNDARY / BITS_PER_UNIT;
  f->saves_all
      = cfun->machine->no_caller_saved_registers || cfun->machine->func_type != TYPE_NORMAL;
}

/* The x86-64 ABI aligns array variables of 16 bytes or more to 16 (psABI, 3.1.2).  GCC does that for static ones always
   (ix86_data_alignment), for automatic ones, and structures, unless it compiles for size (ix86_local_alignment).  */
uint64_t
avow_object_alignment (tree object, bool *fixed)
{
  tree type = TREE_TYPE (object);
  uint64_t align = DECL_P (object) ? DECL_ALIGN_UNIT (object) : TYPE_ALIGN_UNIT (type);
  bool large = TARGET_64BIT && align < 16 && TYPE_SIZE_UNIT (type)
               && tree_fits_uhwi_p (TYPE_SIZE_UNIT (type)) && tree_to_uhwi (TYPE_SIZE_UNIT (type)) >= 16;

  *fixed = true;
  if (!large || !VAR_P (object))
    return align;
  if (TREE_STATIC (object) && TREE_CODE (type) == ARRAY_TYPE)
    return 16;
  if (!TREE_STATIC (object) && AGGREGATE_TYPE_P (type))
    *fixed = !(cfun && optimize_function_for_speed_p (cfun));
  return align;
}

#else

bool
avow_calls_destroy (unsigned)
{
  return false;
}

bool
avow_sets_got (const_rtx)
{
  return false;
}

void
avow_frame_facts (struct avow_frame *f)
{
  memset (f, 0, sizeof *f);
}

uint64_t
avow_object_alignment (tree object, bool *fixed)
{
  *fixed = false;
  return DECL_P (object) ? DECL_ALIGN_UNIT (object) : TYPE_ALIGN_UNIT (TREE_TYPE (object));
}

/* A port without a core: every statement will be unverified.  */
void
avow_capture_target (tree, struct avow_target *target)
{
  memset (target, 0, sizeof *target);
  target->pic = flag_pic != 0;
}

#endif
