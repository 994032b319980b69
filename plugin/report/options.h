/* options.h - what the user asked for with -fplugin-arg-avow-KEY[=VALUE].

   Plain C without GCC, so that the command-line tool and the unit tests use
   the same code as the plugin.  */
#ifndef AVOW_OPTIONS_H
#define AVOW_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum avow_mode
{
  AVOW_MODE_OFF,   /* the plugin does nothing */
  AVOW_MODE_AUDIT, /* check and write the report, say nothing */
  AVOW_MODE_WARN,
  AVOW_MODE_ERROR,
  AVOW_MODE_FIX
};

enum avow_loudness
{
  AVOW_QUIET,
  AVOW_NOTE,
  AVOW_WARNING,
  AVOW_ERROR
};

struct avow_settings
{
  uint8_t mode;        /* enum avow_mode */
  uint8_t unverified;  /* enum avow_loudness */
  bool version;        /* say which version runs */
  bool refine;         /* PATCH follows the advice of overdeclared too */
  uint64_t disabled;   /* bit set of enum avow_rule */
  const char *report;  /* file to append to, or NULL; not copied */
  const char *patch;   /* the same, for a diff that mends the sources */
  const char *calls;   /* file with descriptions of called routines, or NULL */
  const char *capture; /* the same as REPORT, for the statements themselves */
};

extern const struct avow_settings avow_default_settings;

/* Apply KEY with VALUE (NULL when none was given).  On failure return false
   with one line of explanation, that names the nearest valid word, in ERROR
   of SIZE bytes.  */
bool avow_settings_set (struct avow_settings *s, const char *key, const char *value,
                        char *error, size_t size);

/* The member of WORDS (N of them) that is nearest to the LEN bytes at TEXT by
   edit distance; never NULL for N > 0.  */
const char *avow_nearest (const char *const *words, size_t n, const char *text, size_t len);

/* The rule whose name is nearest to the LEN bytes at TEXT.  */
const char *avow_nearest_rule (const char *text, size_t len);

#ifdef __cplusplus
}
#endif
#endif
