/* split.h - where comments, strings and statements begin and end in assembler text.  */
#ifndef AVOW_SPLIT_H
#define AVOW_SPLIT_H

#include "insn.h"
#include "template.h"

/* Blank the comments of TEXT in place: # to the end of the line, / at its start, and block
   comments.  Offsets do not change.  */
void avow_blank_comments (struct avow_text *text);

/* The end of the statement at P: the newline or ';' that closes it, or END.  */
const char *avow_statement_end (const char *p, const char *end);

/* The end of the operand at P: the ',' outside brackets that closes it, or END.  */
const char *avow_operand_end (const char *p, const char *end);

/* Blocks of statements that are skipped or repeated as one.  */
enum avow_block { AVOW_BLOCK_NONE, AVOW_BLOCK_MACRO, AVOW_BLOCK_REPEAT, AVOW_BLOCK_IF };

/* The kind of block that directive NAME (lower case, with its dot) opens.  */
enum avow_block avow_block_opens (struct avow_slice name);

/* The end of a block of KIND whose first statement ends before P.  Returns behind the closing
   statement, or END when it is missing; BODY_END is where that statement begins.  */
const char *avow_block_end (enum avow_block kind, const char *p, const char *end,
                            const char **body_end);

/* The most that the statements of a block, [P, END), can put into a section,
   whichever of them are assembled and however often.  */
enum avow_content
{
  AVOW_CONTENT_NONE, /* nothing: symbols, messages */
  AVOW_CONTENT_DATA,
  AVOW_CONTENT_CODE  /* instructions, labels, section switches, or not known */
};
enum avow_content avow_block_content (const char *p, const char *end);

#endif
