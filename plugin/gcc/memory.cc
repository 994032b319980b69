/* memory.cc - findings about memory: do they do harm at this copy?

   Without optimisation GCC keeps nothing from memory: every access is made where it is written, and a statement that
   conceals one does no harm.  With it, what was concluded from a false promise left no trace in the code, so most of
   these stay unknown.  Decided are those about the frame, where each byte has an owner: what is overwritten beside an
   operand, or below the stack pointer; whether an address is aligned; what a slot holds that the statement reads.  */
#include "alloc.h"

/* ---- bytes of the frame -------------------------------------------------------------------- */

static struct avow_bytes
no_bytes (const struct avow_damage *d, HOST_WIDE_INT place)
{
  HOST_WIDE_INT sp = 0;

  avow_frame_place (&d->fn->frame, d->a->insn, stack_pointer_rtx, &sp);
  return { place, sp, { 0, 0 } };
}

/* The bytes that the red-zone finding speaks of, a bit being eight of them, counted down.  */
static struct avow_bytes
below_stack (const struct avow_damage *d)
{
  struct avow_bytes b = no_bytes (d, -AVOW_MAX_BYTES);
  uint64_t words = d->f->bytes ? d->f->bytes : ~uint64_t (0);

  b.place += b.sp;
  for (int i = 0; i < AVOW_MAX_BYTES / 8; i++)
    if (words >> i & 1)
      avow_add_bytes (&b, b.sp - 8 * (i + 1), 8);
  return b;
}

static void
red_zone (struct avow_damage *d)
{
  struct avow_bytes b = below_stack (d);
  struct avow_need need;
  const char *name;

  if (!d->fn->frame.red_zone)
    {
      avow_decide (d, AVOW_LATENT, NULL, "this function keeps nothing below the stack pointer");
      return;
    }
  avow_bytes_needed (d->fn, d->a->insn, &b, &need);
  if (need.mem || need.return_address)
    {
      name = avow_need_name (d->fn, &need, d->stmt->target.arch, d->arena);
      avow_decide (d, AVOW_BITES, avow_printf (d->arena, "red zone: %s", name),
                   avow_printf (d->arena, "%s is kept below the stack pointer", name));
    }
  else if (!need.perhaps)
    avow_decide (d, AVOW_LATENT, NULL, "nothing of what it overwrites is needed any more");
}

/* ---- memory that is not cached --------------------------------------------------------------- */

static bool
is_const_object (const struct avow_damage *d)
{
  for (unsigned k = 0; k < d->stmt->n_operands; k++)
    if (d->stmt->operands[k].is_const || d->stmt->operands[k].object_const || d->stmt->operands[k].reach_const)
      return true;
  return false;
}

/* Constants are known to the front end already.  */
static bool
nothing_is_kept (struct avow_damage *d)
{
  if (optimize || is_const_object (d))
    return false;
  avow_decide (d, AVOW_LATENT, NULL, "nothing is optimised, and every access to memory is made where it is written");
  return true;
}

/* ---- beside an operand ---------------------------------------------------------------------- */

/* The memory that the finding counts from, when that is in the frame.  */
static bool
operand_place (const struct avow_damage *d, HOST_WIDE_INT *place)
{
  const_rtx x = d->again->at ? d->a->ops[d->again->at - 1] : NULL_RTX;

  return x && MEM_P (x) && avow_operand_place (&d->fn->frame, d->a->insn, XEXP (x, 0), place);
}

/* The bytes that are accessed and are not the operand's object.  */
static bool
bytes_beside (const struct avow_damage *d, struct avow_bytes *b)
{
  const struct avow_operand *op = &d->stmt->operands[d->again->at - 1];
  HOST_WIDE_INT place, first = d->again->off, end = first + d->again->size;
  HOST_WIDE_INT object = -op->value_off, object_end = object + op->object_size;

  if (!d->again->size || !op->object_size || !operand_place (d, &place))
    return false;
  *b = no_bytes (d, place + (first < object ? first : MAX (first, object_end)));
  if (first < object)
    avow_add_bytes (b, place + first, MIN (end, object) - first);
  if (end > object_end)
    avow_add_bytes (b, place + MAX (first, object_end), end - MAX (first, object_end));
  return b->set[0] | b->set[1];
}

/* Does the access leave its operand, but not the object that this is part of?  */
static bool
is_within_object (const struct avow_damage *d)
{
  const struct avow_operand *op = &d->stmt->operands[d->again->at - 1];
  HOST_WIDE_INT first = op->value_off + d->again->off;

  return d->again->size && first >= 0 && op->object_size
         && (uint64_t) first + d->again->size <= op->object_size;
}

static void
overwritten (struct avow_damage *d)
{
  struct avow_bytes b;
  struct avow_need need;
  const char *name;

  if (!d->again->at)
    return;
  if (is_within_object (d))
    {
      nothing_is_kept (d);
      return;
    }
  if (!d->f->writes || !bytes_beside (d, &b))
    return;
  avow_bytes_needed (d->fn, d->a->insn, &b, &need);
  if (need.mem || need.return_address)
    {
      name = avow_need_name (d->fn, &need, d->stmt->target.arch, d->arena);
      avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", d->f->subject, name),
                   avow_printf (d->arena, "it overwrites %s, which lies beside %s", name, d->f->subject));
    }
  else if (!need.perhaps)
    avow_decide (d, AVOW_LATENT, NULL, "nothing that is needed lies there");
}

/* ---- alignment --------------------------------------------------------------------------------- */

static void
misaligned (struct avow_damage *d)
{
  int k = avow_damaged_operand (d);
  const struct avow_operand *op = k >= 0 ? &d->stmt->operands[k] : NULL;

  if (op && op->given == AVOW_GIVEN_MEMORY && d->again->kind == AVOW_DEFECT)
    avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: it is not aligned", d->f->subject),
                 avow_printf (d->arena, "the address is %u bytes past a multiple of %u",
                              (unsigned) ((op->align_off + d->again->off) & (op->align - 1)), (unsigned) op->align));
}

/* ---- an operand's old value ------------------------------------------------------------------- */

/* An output in the frame of which a part keeps its old value.  When nothing ever puts a value there, all stores having been
   dropped as useless, that is chance.  */
static void
unset_slot (struct avow_damage *d, const_rtx mem)
{
  const char *name = d->stmt->operands[avow_damaged_operand (d)].name;
  HOST_WIDE_INT place, size;

  if (!MEM_P (mem) || !MEM_SIZE_KNOWN_P (mem) || !MEM_SIZE (mem).is_constant (&size)
      || !avow_operand_place (&d->fn->frame, d->a->insn, XEXP (mem, 0), &place)
      || !avow_never_stored (d->fn, d->a->insn, place, size))
    return;
  avow_decide (d, AVOW_BITES, avow_printf (d->arena, "%s: %s", d->f->subject, avow_quoted (d->arena, name, "the result")),
               avow_printf (d->arena, "nothing is stored to %s before", d->f->subject));
}

/* ---- the decision ------------------------------------------------------------------------------- */

void
avow_assess_memory (struct avow_damage *d)
{
  int k = avow_damaged_operand (d);

  switch (d->f->rule)
    {
    case AVOW_RULE_RED_ZONE: red_zone (d); break;
    case AVOW_RULE_MEMORY_SIZE: overwritten (d); break;
    case AVOW_RULE_MEMORY_ALIGN: misaligned (d); break;
    case AVOW_RULE_OUTPUT_READ:
    case AVOW_RULE_OUTPUT_UNWRITTEN:
      if (!nothing_is_kept (d) && k >= 0)
        unset_slot (d, d->a->ops[k]);
      break;
    case AVOW_RULE_MEMORY_READ:
    case AVOW_RULE_MEMORY_WRITE:
    case AVOW_RULE_MEMORY_ORDER:
    case AVOW_RULE_INPUT_MODIFIED:
    case AVOW_RULE_CALL_CLOBBER:
      nothing_is_kept (d);
      break;
    default: break;
    }
}
