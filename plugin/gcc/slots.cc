/* slots.cc - is what lies in some bytes of the frame still needed behind a statement?

   The statement destroys bytes that it does not declare: below the stack pointer, or beside its operand.  From there the
   code is followed along the graph, with the set of destroyed bytes: a store takes its bytes out, a load of one that is left
   means harm.  Loads through pointers count when the address of an object that the bytes belong to is taken
   anywhere in the function; then nothing can be said for sure.

   Every block is entered once for each byte that was not brought there before; a budget bounds the whole.  */
#include "alloc.h"

#define MAX_INSNS 3000

struct search
{
  struct avow_function *fn;
  const struct avow_bytes *destroyed;
  bool escapes;                 /* a pointer may lead to them */
  int budget;
  struct avow_need *need;
};

/* What is left at a point, and where the stack pointer is there.  */
struct front
{
  basic_block bb;
  uint64_t left[2];
  HOST_WIDE_INT sp;
};

/* ---- sets of bytes ------------------------------------------------------------------------ */

/* The SIZE bytes at PLACE as a mask over the bytes of B.  */
static void
mask_of (const struct avow_bytes *b, HOST_WIDE_INT place, HOST_WIDE_INT size, uint64_t mask[2])
{
  mask[0] = mask[1] = 0;
  for (HOST_WIDE_INT at = MAX (place, b->place); at < place + size && at < b->place + AVOW_MAX_BYTES; at++)
    mask[(at - b->place) / 64] |= uint64_t (1) << ((at - b->place) % 64);
}

void
avow_add_bytes (struct avow_bytes *b, HOST_WIDE_INT place, HOST_WIDE_INT size)
{
  uint64_t mask[2];

  mask_of (b, place, size, mask);
  b->set[0] |= mask[0];
  b->set[1] |= mask[1];
}

static bool
overlaps (const struct avow_bytes *b, const uint64_t left[2], HOST_WIDE_INT place, HOST_WIDE_INT size)
{
  uint64_t mask[2];

  mask_of (b, place, size, mask);
  return (mask[0] & left[0]) || (mask[1] & left[1]);
}

/* ---- where a memory reference leads -------------------------------------------------------- */

enum leads { ELSEWHERE, SURELY, PERHAPS };

/* The object that MEM is said to be part of, when that is a variable.  */
static tree
variable_of (const_rtx mem)
{
  tree base = MEM_EXPR (mem) ? get_base_address (MEM_EXPR (mem)) : NULL_TREE;

  return base && (VAR_P (base) || TREE_CODE (base) == PARM_DECL) ? base : NULL_TREE;
}

static bool
is_local (const_tree variable)
{
  return TREE_CODE (variable) == PARM_DECL || !is_global_var (variable);
}

/* An address with an index, or made of something else.  A variable that is known is all of what it may lead to.  */
static enum leads
leads_by_name (const struct search *s, const uint64_t left[2], const_rtx mem)
{
  tree variable = variable_of (mem);

  if (MEM_READONLY_P (mem) || (variable && !is_local (variable)))
    return ELSEWHERE;
  if (variable)
    for (const struct avow_variable &v : s->fn->variables)
      if (v.decl == variable)
        return overlaps (s->destroyed, left, v.place, v.size) ? SURELY : ELSEWHERE;
  return variable || s->escapes ? PERHAPS : ELSEWHERE;
}

/* The place of ADDRESS in the frame, the stack pointer being SP higher than at the start.  */
static bool
place_of (const struct search *s, const_rtx address, HOST_WIDE_INT sp, HOST_WIDE_INT *place)
{
  const struct avow_frame *fr = &s->fn->frame;
  const_rtx base;

  if (GET_CODE (address) == POST_INC || GET_CODE (address) == PRE_DEC)
    {
      *place = sp - (GET_CODE (address) == PRE_DEC ? UNITS_PER_WORD : 0);
      return XEXP (address, 0) == stack_pointer_rtx;
    }
  if (!avow_base_and_offset (address, &base, place))
    return false;
  if (base == stack_pointer_rtx && !cfun->calls_alloca)
    *place += sp;
  else if (base == hard_frame_pointer_rtx && frame_pointer_needed && !stack_realign_fp)
    *place += fr->sp - fr->fp;
  else
    return false;
  return true;
}

static HOST_WIDE_INT
size_of (const_rtx mem)
{
  HOST_WIDE_INT size;

  return MEM_SIZE_KNOWN_P (mem) && MEM_SIZE (mem).is_constant (&size) ? size : 0;
}

static enum leads
leads_to (const struct search *s, const uint64_t left[2], const_rtx mem, HOST_WIDE_INT sp)
{
  HOST_WIDE_INT place, size = size_of (mem);

  if (!place_of (s, XEXP (mem, 0), sp, &place))
    return leads_by_name (s, left, mem);
  if (!size) /* (mem:BLK) */
    return overlaps (s->destroyed, left, place, AVOW_MAX_BYTES) ? PERHAPS : ELSEWHERE;
  return overlaps (s->destroyed, left, place, size) ? SURELY : ELSEWHERE;
}

/* ---- one instruction ----------------------------------------------------------------------- */

/* All memory that X loads.  */
static void
load (struct search *s, const struct front *f, const_rtx x)
{
  subrtx_iterator::array_type array;

  FOR_EACH_SUBRTX (iter, array, x, NONCONST)
    if (MEM_P (*iter) && !s->need->mem)
      switch (leads_to (s, f->left, *iter, f->sp))
        {
        case PERHAPS: s->need->perhaps = true; break;
        case SURELY: s->need->mem = *iter; break;
        default: break;
        }
}

static void
store (struct search *s, struct front *f, const_rtx mem)
{
  HOST_WIDE_INT place, size = size_of (mem);
  uint64_t mask[2];

  if (!size || !place_of (s, XEXP (mem, 0), f->sp, &place))
    return;
  mask_of (s->destroyed, place, size, mask);
  f->left[0] &= ~mask[0];
  f->left[1] &= ~mask[1];
}

/* Where SRC puts the stack pointer; false when that is not followed.  */
static bool
moved_to (const struct search *s, const_rtx src, HOST_WIDE_INT sp, HOST_WIDE_INT *to)
{
  return REG_P (src) || GET_CODE (src) == PLUS ? place_of (s, src, sp, to) : false;
}

/* Loads of one part of a pattern; stores and moves of the stack pointer are carried out by `effects'.  */
static void
uses (struct search *s, const struct front *f, const_rtx part)
{
  if (GET_CODE (part) == CLOBBER)
    return;
  if (GET_CODE (part) != SET)
    {
      load (s, f, part);
      return;
    }
  load (s, f, SET_SRC (part));
  if (GET_CODE (SET_DEST (part)) == ZERO_EXTRACT || GET_CODE (SET_DEST (part)) == STRICT_LOW_PART)
    load (s, f, SET_DEST (part));
}

static void
effects (struct search *s, struct front *f, const_rtx part)
{
  const_rtx dest;
  HOST_WIDE_INT to;

  if (GET_CODE (part) != SET && GET_CODE (part) != CLOBBER)
    return;
  dest = XEXP (part, 0);
  if (MEM_P (dest))
    store (s, f, dest);
  if (dest == stack_pointer_rtx && GET_CODE (part) == SET)
    {
      if (moved_to (s, SET_SRC (part), f->sp, &to))
        f->sp = to;
      else
        s->need->perhaps = true;
    }
}

/* A pop or push moves the stack pointer besides.  */
static HOST_WIDE_INT
automatic_move (const_rtx pattern)
{
  subrtx_iterator::array_type array;

  FOR_EACH_SUBRTX (iter, array, pattern, NONCONST)
    if (GET_CODE (*iter) == POST_INC && XEXP (*iter, 0) == stack_pointer_rtx)
      return UNITS_PER_WORD;
    else if (GET_CODE (*iter) == PRE_DEC && XEXP (*iter, 0) == stack_pointer_rtx)
      return -UNITS_PER_WORD;
  return 0;
}

/* What a call may read: its arguments on the stack, and what pointers lead to.  Leaving the function loads the
   return address.  */
static void
leave (struct search *s, const struct front *f, rtx_insn *insn)
{
  if (CALL_P (insn) && s->escapes)
    s->need->perhaps = true;
  if (CALL_P (insn))
    for (const_rtx link = CALL_INSN_FUNCTION_USAGE (insn); link; link = XEXP (link, 1))
      if (GET_CODE (XEXP (link, 0)) == USE)
        load (s, f, XEXP (XEXP (link, 0), 0));
  if ((returnjump_p (insn) || (CALL_P (insn) && SIBLING_CALL_P (insn))) && overlaps (s->destroyed, f->left, f->sp, UNITS_PER_WORD))
    s->need->return_address = true;
}

static void
follow_insn (struct search *s, struct front *f, rtx_insn *insn)
{
  const_rtx pattern = PATTERN (insn);
  int n = GET_CODE (pattern) == PARALLEL ? XVECLEN (pattern, 0) : 0;
  HOST_WIDE_INT by = automatic_move (pattern);

  leave (s, f, insn);
  if (!n)
    uses (s, f, pattern);
  for (int i = 0; i < n; i++)
    uses (s, f, XVECEXP (pattern, 0, i));
  if (!n)
    effects (s, f, pattern);
  for (int i = 0; i < n; i++)
    effects (s, f, XVECEXP (pattern, 0, i));
  f->sp += by;
  if (s->need->mem && !s->need->insn)
    s->need->insn = insn;
}

/* ---- the graph ---------------------------------------------------------------------------------- */

static bool
is_decided (const struct search *s)
{
  return s->need->mem || s->need->return_address || s->budget <= 0;
}

/* From INSN to the end of its block.  */
static void
follow (struct search *s, struct front *f, rtx_insn *insn)
{
  for (; insn && !is_decided (s) && (f->left[0] | f->left[1]); insn = NEXT_INSN (insn))
    {
      if (NONDEBUG_INSN_P (insn))
        {
          s->budget--;
          follow_insn (s, f, insn);
        }
      if (insn == BB_END (f->bb))
        break;
    }
}

/* What was brought to block BB in this search before.  */
static uint64_t *
brought_to (struct search *s, const_basic_block bb)
{
  struct avow_function *fn = s->fn;

  if (fn->brought.length () <= (unsigned) bb->index)
    fn->brought.safe_grow_cleared (last_basic_block_for_fn (cfun));
  struct avow_brought *b = &fn->brought[bb->index];
  if (b->search != fn->n_searches)
    {
      b->search = fn->n_searches;
      b->set[0] = b->set[1] = 0;
    }
  return b->set;
}

/* Take F to the successors of its block, where something new arrives.  */
static void
spread (struct search *s, const struct front *f, vec<front> *work)
{
  edge e;
  edge_iterator ei;

  FOR_EACH_EDGE (e, ei, f->bb->succs)
    {
      struct front next = { e->dest, { f->left[0], f->left[1] }, f->sp };
      if (e->dest == EXIT_BLOCK_PTR_FOR_FN (cfun))
        continue;
      uint64_t *known = brought_to (s, e->dest);
      for (int i = 0; i < 2; i++)
        {
          next.left[i] &= ~known[i];
          known[i] |= next.left[i];
        }
      if (next.left[0] | next.left[1])
        work->safe_push (next);
    }
}

static void
walk (struct search *s, rtx_insn *insn)
{
  auto_vec<front> work;
  struct front f = { BLOCK_FOR_INSN (insn), { s->destroyed->set[0], s->destroyed->set[1] }, s->destroyed->sp };

  if (insn != BB_END (f.bb))
    follow (s, &f, NEXT_INSN (insn));
  spread (s, &f, &work);
  while (!work.is_empty () && !is_decided (s))
    {
      f = work.pop ();
      follow (s, &f, BB_HEAD (f.bb));
      spread (s, &f, &work);
    }
  if (s->budget <= 0)
    s->need->perhaps = true;
}

/* ---- addresses that are taken --------------------------------------------------------------- */

/* Does INSN make the address of something in the frame, otherwise than to load or store there?  */
static void
note_taken (struct avow_function *fn, const rtx_insn *insn)
{
  subrtx_iterator::array_type array;
  rtx set = single_set (insn);

  if (RTX_FRAME_RELATED_P (insn)
      || (set && (SET_DEST (set) == stack_pointer_rtx || SET_DEST (set) == hard_frame_pointer_rtx)))
    return;
  FOR_EACH_SUBRTX (iter, array, PATTERN (insn), NONCONST)
    {
      const_rtx x = *iter;
      HOST_WIDE_INT place;
      if (MEM_P (x))
        iter.skip_subrtxes ();
      else if ((GET_CODE (x) == PLUS || x == stack_pointer_rtx) && avow_frame_place (&fn->frame, insn, x, &place))
        {
          fn->taken.safe_push (place);
          iter.skip_subrtxes ();
        }
    }
}

static void
find_taken (struct avow_function *fn)
{
  if (fn->taken_known)
    return;
  fn->taken_known = true;
  avow_lay_out (fn);
  for (rtx_insn *i = get_insns (); i; i = NEXT_INSN (i))
    if (NONDEBUG_INSN_P (i))
      note_taken (fn, i);
}

/* May a pointer lead to one of bytes B?  Which object an address belongs to is known for variables; another
   may be the start of anything above it.  */
static bool
may_be_pointed_to (const struct avow_function *fn, const struct avow_bytes *b)
{
  for (HOST_WIDE_INT place : fn->taken)
    {
      bool in_variable = false;
      for (const struct avow_variable &v : fn->variables)
        if (v.place <= place && place < v.place + v.size)
          {
            in_variable = true;
            if (overlaps (b, b->set, v.place, v.size))
              return true;
          }
      if (!in_variable && place < b->place + AVOW_MAX_BYTES)
        return true;
    }
  return false;
}

void
avow_bytes_needed (struct avow_function *fn, rtx_insn *insn, const struct avow_bytes *destroyed,
                   struct avow_need *need)
{
  struct search s = { fn, destroyed, false, MAX_INSNS, need };

  memset (need, 0, sizeof *need);
  need->perhaps = !fn->frame.known;
  find_taken (fn);
  fn->n_searches++;
  s.escapes = may_be_pointed_to (fn, destroyed);
  walk (&s, insn);
}

/* ---- stores -------------------------------------------------------------------------------------- */

struct stores
{
  const struct avow_function *fn;
  const rtx_insn *insn;
  HOST_WIDE_INT place, size;
  bool met;
};

static void
note_store (rtx dest, const_rtx, void *data)
{
  struct stores *s = (struct stores *) data;
  HOST_WIDE_INT at, size;

  if (!MEM_P (dest))
    return;
  if (!avow_frame_place (&s->fn->frame, s->insn, XEXP (dest, 0), &at))
    s->met |= reg_mentioned_p (stack_pointer_rtx, dest) || reg_mentioned_p (hard_frame_pointer_rtx, dest);
  else
    {
      size = size_of (dest);
      s->met |= at < s->place + s->size && (!size || s->place < at + size);
    }
}

bool
avow_never_stored (struct avow_function *fn, const rtx_insn *insn, HOST_WIDE_INT place, HOST_WIDE_INT size)
{
  struct avow_bytes b = { place, 0, { 0, 0 } };
  struct stores s = { fn, NULL, place, size, false };
  int budget = MAX_INSNS;

  find_taken (fn);
  avow_add_bytes (&b, place, size);
  if (!fn->frame.known || place >= fn->frame.sp || may_be_pointed_to (fn, &b))
    return false;
  for (rtx_insn *i = get_insns (); i && !s.met && budget > 0; i = NEXT_INSN (i))
    if (NONDEBUG_INSN_P (i) && i != insn)
      {
        s.insn = i;
        budget--;
        note_stores (i, note_store, &s);
      }
  return !s.met && budget > 0;
}
