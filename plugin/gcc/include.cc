/* include.cc - what .include in a template, or in asm outside functions, makes the assembler read.

   GNU as looks in the current directory, then where -I says (search_and_open, gas/read.c), and the driver hands it the
   -I of the compiler (asm_options, gcc.cc).  What -Wa,-I adds the compiler does not get to know.  */
#include "glue.h"

#include "opts.h"
#include "toplev.h"

#define MAX_FILE ((size_t)1 << 20)

/* All of F, when it is no longer than MAX_FILE.  */
static bool
read_all (FILE *f, struct avow_arena *arena, const char **text, size_t *size)
{
  long length = fseek (f, 0, SEEK_END) ? -1 : ftell (f);
  char *buffer;

  if (length < 0 || (size_t)length > MAX_FILE || fseek (f, 0, SEEK_SET))
    return false;
  buffer = (char *)avow_alloc_raw (arena, (size_t)length + 1);
  if (!buffer)
    return false;
  *text = buffer;
  *size = fread (buffer, 1, (size_t)length, f);
  return *size == (size_t)length;
}

/* The content of DIR/NAME.  */
static bool
read_file (const char *dir, const char *name, size_t len, struct avow_arena *arena, const char **text, size_t *size)
{
  char *path = avow_printf (arena, "%s/%.*s", dir, (int)len, name);
  FILE *f = path ? fopen (*name == '/' ? path + strlen (dir) + 1 : path, "rb") : NULL;
  bool read = f && read_all (f, arena, text, size);

  if (f)
    fclose (f);
  return read;
}

bool
avow_included_text (const char *name, size_t len, struct avow_arena *arena, const char **text, size_t *size)
{
  if (len > PATH_MAX)
    return false;
  if (read_file (".", name, len, arena, text, size))
    return true;
  for (unsigned i = 1; i < save_decoded_options_count; i++)
    if (save_decoded_options[i].opt_index == OPT_I && save_decoded_options[i].arg
        && read_file (save_decoded_options[i].arg, name, len, arena, text, size))
      return true;
  return false;
}
