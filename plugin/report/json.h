/* json.h - one statement and its verdict as one line of JSON.  */
#ifndef AVOW_JSON_H
#define AVOW_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "../arena.h"
#include "../avow.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Where the compiler says the statement is.  FILE and FUNCTION may be NULL
   (toplevel asm): they become "" and null.  Lines and columns count from 1; 0
   is unknown.  */
struct avow_site
{
  const char *file;
  unsigned line, column;
  const char *function;
  struct avow_copy *copies; /* what became of it, once that is known */
};

/* COUNT copies of the statement, in the code of FUNCTION, with the text that the assembler gets.  */
struct avow_copy
{
  struct avow_copy *next;
  const char *function;
  const char *text;
  unsigned count;
};

struct avow_report_line
{
  char *text; /* ends in a newline */
  size_t len;
};

/* Write STMT, found at PLACE, with RESULT, as a line of JSON in memory of ARENA.
   DEFECT_LEVEL is "warning" or "error".  TEXT is NULL when memory ran out.  */
struct avow_report_line avow_json_line (const struct avow_site *place,
                                        const struct avow_stmt *stmt,
                                        const struct avow_result *result,
                                        const char *defect_level, struct avow_arena *arena);

/* Open FILE for appending; the descriptor, or -1 with errno.  */
int avow_report_open (const char *file);

/* Append LINE to FD with one write, so that the lines of compilers that run at
   the same time do not mix.  0, or the errno of what went wrong.  */
int avow_report_append (int fd, struct avow_report_line line);

#ifdef __cplusplus
}
#endif
#endif
