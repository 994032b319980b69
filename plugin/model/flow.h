/* flow.h - the control-flow graph of a template.

   Nodes are the instructions.  Sections split the text into streams: code in
   the section that the statement starts in runs by falling through; code in
   another section runs only when something leads there.  */
#ifndef AVOW_FLOW_H
#define AVOW_FLOW_H

#include "../asm/insn.h"
#include "../arena.h"
#include "contract.h"

/* Where control may go, when not to a node (>= 0).  */
enum
{
  AVOW_TO_EXIT = -1,    /* falls out of the end of the statement */
  AVOW_TO_OUT = -2,     /* leaves to code that is not ours */
  AVOW_TO_NOWHERE = -3, /* never continues */
  AVOW_TO_UNKNOWN = -4, /* to an address that is not understood */
  AVOW_TO_LABEL0 = -16  /* goto label N is AVOW_TO_LABEL0 - N */
};

/* Does a branch to TARGET stay in the statement, or leave it as declared?  */
static inline bool
avow_leads_on (int32_t target)
{
  return target >= 0 || target == AVOW_TO_EXIT || target <= AVOW_TO_LABEL0;
}

struct avow_node
{
  uint32_t item;        /* index into body->items */
  int32_t next;         /* falling through */
  int32_t edge;         /* first of the edges that leave before it, -1 = none */
  bool leader;          /* something other than falling through may lead here */
  bool reached;         /* (set by the execution) */
};

enum avow_edge_kind
{
  AVOW_EDGE_FAULT,       /* exception table: FROM may fault and resume at TO */
  AVOW_EDGE_ALTERNATIVE  /* patched code: TO runs instead of FROM */
};

struct avow_edge
{
  int32_t from, to;      /* from: node before which the edge leaves */
  int32_t next;          /* the next edge from there, -1 = none */
  uint8_t kind;          /* enum avow_edge_kind */
};

struct avow_label
{
  struct avow_slice name;
  uint32_t item;
  int32_t node;          /* first node at or behind it, or an AVOW_TO_* */
  int32_t unbound;       /* while building: the label of this section that waits for a node too */
};

struct avow_flow
{
  struct avow_node *nodes;
  unsigned n_nodes;
  int32_t entry;         /* node, or AVOW_TO_EXIT for a body without instructions */
  struct avow_label *labels;
  uint32_t *by_name;     /* indexes into LABELS, by name, then in source order */
  unsigned n_labels;
  struct avow_edge *edges;
  unsigned n_edges;
  bool in_order;         /* every edge written goes forward: one pass in node order is enough,
                            unless a value leads back (ret) */
  uint32_t section_named; /* ends in what it calls .text: 1 + the item that does */
  bool section_left;     /* ends in another section than it began */
};

/* Build the graph of BODY; gaps go to BODY.  False when memory ran out.  */
bool avow_flow_build (struct avow_flow *f, const struct avow_contract *c, struct avow_body *body,
                      struct avow_arena *arena);

/* Where the branch operand T of item ITEM leads, or whose address it is (lea 1f(%rip)): a node or
   an AVOW_TO_*.  */
int32_t avow_flow_target (const struct avow_flow *f, const struct avow_contract *c,
                          const struct avow_optext *t, uint32_t item);

#endif
