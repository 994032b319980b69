/* assemble.c - many texts to machine code at once.

   One source file, one call of as.  The length of each text goes to a section of its own.  as names the
   lines that it refuses; the texts that they belong to are left out of a second try.  */
#include "assemble.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
write_source (const struct assembly *a, unsigned n, const bool *bad, const char *file,
              unsigned *first_line)
{
  FILE *f = fopen (file, "w");
  unsigned line = 1;

  if (!f)
    return false;
  for (unsigned i = 0; i < n; i++)
    {
      first_line[i] = line;
      if (bad[i])
        continue;
      fputs (".text\n771:\n", f);
      fputs (a[i].text, f);
      fputs ("772:\n.section .lens,\"a\"\n.short 772b-771b\n", f);
      line += 5;
      for (const char *p = a[i].text; *p; p++)
        line += *p == '\n';
    }
  first_line[n] = line;
  return fclose (f) == 0;
}

/* Mark the texts whose lines are in the messages in FILE; how many.  */
static unsigned
read_errors (const char *file, const char *source, const unsigned *first_line, unsigned n,
             bool *bad)
{
  FILE *f = fopen (file, "r");
  char text[512];
  unsigned found = 0, len = (unsigned)strlen (source);

  while (f && fgets (text, sizeof text, f))
    {
      if (strncmp (text, source, len) || text[len] != ':' || !strstr (text, "Error"))
        continue;
      unsigned line = (unsigned)atoi (text + len + 1), lo = 0, hi = n;
      while (hi - lo > 1)
        {
          unsigned mid = (lo + hi) / 2;
          *(first_line[mid] <= line ? &lo : &hi) = mid;
        }
      /* Texts left out have the line of the next one.  */
      found += !bad[lo];
      bad[lo] = true;
    }
  if (f)
    fclose (f);
  return found;
}

static uint8_t *
read_file (const char *file, size_t *len)
{
  FILE *f = fopen (file, "rb");
  uint8_t *p = NULL;

  if (f && fseek (f, 0, SEEK_END) == 0)
    {
      *len = (size_t)ftell (f);
      rewind (f);
      p = malloc (*len + 1);
      if (p && fread (p, 1, *len, f) != *len)
        {
          free (p);
          p = NULL;
        }
    }
  if (f)
    fclose (f);
  return p;
}

static uint8_t *
read_code (struct assembly *a, unsigned n, const bool *bad, const char *prefix)
{
  char command[512], text[128], lens[128];
  size_t text_len, lens_len, at = 0, k = 0;

  snprintf (text, sizeof text, "%s.text", prefix);
  snprintf (lens, sizeof lens, "%s.lens", prefix);
  snprintf (command, sizeof command,
            "objcopy -O binary -j .text %s.o %s && objcopy -O binary -j .lens %s.o %s", prefix,
            text, prefix, lens);
  if (system (command))
    return NULL;
  uint8_t *code = read_file (text, &text_len), *sizes = read_file (lens, &lens_len);
  for (unsigned i = 0; code && sizes && i < n; i++)
    {
      a[i].bytes = NULL;
      if (bad[i] || 2 * k + 2 > lens_len)
        continue;
      a[i].len = (unsigned)(sizes[2 * k] | sizes[2 * k + 1] << 8);
      a[i].bytes = code + at;
      at += a[i].len;
      k++;
    }
  free (sizes);
  if (code && at > text_len)
    {
      free (code);
      code = NULL;
    }
  return code;
}

uint8_t *
assemble (struct assembly *a, unsigned n, const char *prefix)
{
  char source[128], command[512], errors[128];
  bool *bad = calloc (n + 1, sizeof *bad);
  unsigned *first_line = calloc (n + 1, sizeof *first_line);
  uint8_t *code = NULL;

  snprintf (source, sizeof source, "%s.s", prefix);
  snprintf (errors, sizeof errors, "%s.err", prefix);
  snprintf (command, sizeof command, "as --64 -o %s.o %s 2>%s", prefix, source, errors);
  for (unsigned tries = 0; bad && first_line && tries < 4; tries++)
    {
      if (!write_source (a, n, bad, source, first_line))
        break;
      if (system (command) == 0)
        {
          code = read_code (a, n, bad, prefix);
          break;
        }
      if (!read_errors (errors, source, first_line, n, bad))
        break;
    }
  if (!code)
    fprintf (stderr, "assemble: as or objcopy failed, see %s\n", errors);
  free (bad);
  free (first_line);
  return code;
}
