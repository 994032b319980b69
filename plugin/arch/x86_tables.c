/* x86_tables.c - the effect tables of x86, made from isa/x86 by scripts/isagen.awk.  */
#include "../model/isa.h"

#include "x86.inc"

const struct avow_isa avow_isa_x86 = {
  .pool = x86_pool,
  .regnames = x86_regnames,
  .n_regnames = x86_N_REGNAMES,
  .locs = x86_locs,
  .n_locs = x86_N_LOCS,
  .rows = x86_rows,
  .n_rows = x86_N_ROWS,
  .operands = x86_operands,
  .implicits = x86_implicits,
  .cands = x86_cands,
  .names = x86_names,
  .n_names = x86_N_NAMES,
  .name_hash = x86_name_hash,
  .name_hash_size = x86_NAME_HASH_SIZE,
  .reg_hash = x86_reg_hash,
  .reg_hash_size = x86_REG_HASH_SIZE,
  .cc_flags = x86_cc_flags,
  .exts = x86_exts,
  .n_exts = x86_N_EXTS,
  .files = x86_files,
  .flag_names = x86_flag_names,
  .n_flags = x86_N_FLAGS,
  .loc_flags = x86_LOC_FLAGS0,
  .loc_sp = x86_LOC_SP,
  .loc_fp = x86_LOC_FP,
  .loc_st0 = x86_LOC_ST0,
  .loc_mm0 = x86_LOC_MM0,
  .loc_vec0 = x86_LOC_VEC0,
  .loc_mask0 = x86_LOC_MASK0,
  .loc_mxcsr = x86_LOC_MXCSR,
};
