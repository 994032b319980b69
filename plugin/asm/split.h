/* split.h - where comments, strings and statements begin and end in assembler text.  */
#ifndef AVOW_SPLIT_H
#define AVOW_SPLIT_H

#include "directive.h"
#include "template.h"

struct avow_syntax;

/* What the first character of a block comment becomes.  */
#define AVOW_COMMENT_BLANK '\v'

/* Blank the comments of TEXT in place.  Offsets do not change.  */
void avow_blank_comments (const struct avow_syntax *sx, struct avow_text *text);

/* The end of the statement at P: the newline or separator that closes it, or END.  */
const char *avow_statement_end (const struct avow_syntax *sx, const char *p, const char *end);

/* The end of the operand at P: the ',' outside brackets that closes it, or END.  */
const char *avow_operand_end (const char *p, const char *end);

/* Behind the string that opens at P, or END.  A string may hold newlines.  */
const char *avow_string_end (const char *p, const char *end);

/* Blocks of statements that are skipped or repeated as one.  */
enum avow_block { AVOW_BLOCK_NONE, AVOW_BLOCK_MACRO, AVOW_BLOCK_REPEAT, AVOW_BLOCK_IF };

/* The end of a block of KIND whose first statement ends before P.  Returns behind the closing
   statement, or END when it is missing; BODY_END is where its directive begins, or END.  */
const char *avow_block_end (const struct avow_syntax *sx, enum avow_block kind, const char *p,
                            const char *end, const char **body_end);

/* The most that the statements of a block, [P, END), can put into a section,
   whichever of them are assembled and however often.  */
enum avow_content
{
  AVOW_CONTENT_NONE, /* nothing: symbols, messages */
  AVOW_CONTENT_DATA,
  AVOW_CONTENT_CODE  /* instructions, labels, section switches, or not known */
};
enum avow_content avow_block_content (const struct avow_syntax *sx, const char *p,
                                      const char *end);

#endif
