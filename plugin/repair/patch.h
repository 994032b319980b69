/* patch.h - a draft becomes changes of the source text, and those a unified diff.  */
#ifndef AVOW_PATCH_H
#define AVOW_PATCH_H

#include "draft.h"
#include "source.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Replace REMOVE bytes at AT by INSERT.  */
struct avow_text_edit
{
  size_t at, remove;
  const char *insert;
  unsigned order; /* of those at one place */
};

struct avow_text_edits
{
  struct avow_text_edit *at; /* in the order of the file, not overlapping, once sorted */
  unsigned n;
  size_t cap;
};

/* The changes that make SOURCE, a statement of the LEN bytes at FILE, what D describes; they are added to EDITS.
   False when memory ran out or it cannot be written so; EDITS is then as before.  */
bool avow_patch_statement (const char *file, size_t len, const struct avow_source_asm *source,
                           const struct avow_draft *d, struct avow_arena *arena,
                           struct avow_text_edits *edits);

/* Sort EDITS by place, and drop those that do nothing or overlap an earlier one.  */
void avow_sort_edits (struct avow_text_edits *edits);

/* EDITS, sorted, of the LEN bytes at FILE as a unified diff for NAME ("a/NAME", "b/NAME").  NULL when memory
   ran out.  */
char *avow_diff (const char *name, const char *file, size_t len, const struct avow_text_edits *edits,
                 struct avow_arena *arena);

#ifdef __cplusplus
}
#endif
#endif
