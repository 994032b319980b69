/* flow_build.h - what the parts of flow.c share while they build a graph.

   section.c keeps the section stack, label.c the labels, table.c the edges that tables tell of;
   flow.c walks over the items.  */
#ifndef AVOW_FLOW_BUILD_H
#define AVOW_FLOW_BUILD_H

#include <string.h>

#include "flow.h"

#define AVOW_MAX_SECTIONS 32
#define AVOW_MAX_SECTION_DEPTH 16

struct avow_section
{
  struct avow_slice name; /* empty: where the statement stands */
  unsigned sub;           /* subsection */
  int32_t first, last;    /* nodes, -1 = none */
  int32_t unbound;        /* last label that has no node yet, -1 = none; see label.c */
};

/* A label as a table names it.  */
struct avow_reference
{
  struct avow_slice name;
  uint32_t item;
};

struct avow_parked;

struct avow_builder
{
  struct avow_flow *f;
  const struct avow_contract *c;
  struct avow_body *body;
  struct avow_arena *arena;
  struct avow_section sections[AVOW_MAX_SECTIONS];
  unsigned n_sections;
  unsigned cur, prev;
  unsigned stack[AVOW_MAX_SECTION_DEPTH], prev_stack[AVOW_MAX_SECTION_DEPTH];
  unsigned depth;
  uint32_t by_name;       /* 1 + the item that entered CUR, section 0, by the name .text; 0 = none did */
  size_t cap_nodes, cap_labels, cap_edges;
  struct avow_reference refs[6]; /* of one entry of a table: see table.c */
  unsigned n_pointers, n_lengths;
  unsigned visit;         /* to a table section: entries do not go on in the next */
  struct avow_parked *parked;
  unsigned n_parked;
  size_t cap_parked;
  bool quiet;             /* gaps are left to a later walk */
  bool ok;
};

enum avow_section_kind
{
  SEC_MAIN, SEC_DATA, SEC_CODE, SEC_EXTABLE, SEC_ALTERNATIVES, SEC_REPLACEMENT
};

static inline bool
avow_slice_is (struct avow_slice s, const char *text)
{
  return s.len == strlen (text) && !memcmp (s.p, text, s.len);
}

static inline bool
avow_slice_begins (struct avow_slice s, const char *text)
{
  size_t n = strlen (text);
  return s.len >= n && !memcmp (s.p, text, n);
}

static inline bool
avow_slice_same (struct avow_slice a, struct avow_slice b)
{
  return a.len == b.len && !memcmp (a.p, b.p, a.len);
}

/* Item IT makes the statement unverified.  */
void avow_builder_gap (struct avow_builder *b, enum avow_reason reason, const struct avow_item *it);

/* What section ID holds.  */
enum avow_section_kind avow_section_kind (const struct avow_builder *b, unsigned id);
/* Follow IT when it is a section directive; false when it is none.  */
bool avow_section_directive (struct avow_builder *b, const struct avow_item *it);

/* Is S a run of digits?  */
bool avow_label_numeric (struct avow_slice s);
/* The label that NAME means at item ITEM, as an index into F->labels, or -1.  Not before
   avow_labels_sort.  */
int avow_label_find (const struct avow_flow *f, struct avow_slice name, uint32_t item);
/* All labels are known: make them findable.  */
void avow_labels_sort (struct avow_builder *b);
/* IT, the item number INDEX, is a label.  */
void avow_label_add (struct avow_builder *b, const struct avow_item *it, uint32_t index);
/* Labels since the last instruction of this section now have a node.  */
void avow_label_bind (struct avow_builder *b, int32_t node);

/* Collect the label references of data directive IT in a table section.  */
void avow_table_collect (struct avow_builder *b, const struct avow_item *it, uint32_t index);
/* The section is left: an entry that is not complete is none.  */
void avow_table_finish (struct avow_builder *b);
/* At the end of the walk: turn the references into edges.  */
void avow_table_connect (struct avow_builder *b);

#endif
