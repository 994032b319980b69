/* plugin.cc - loading: version, options, what is called when.  */
#include "glue.h"

#include <errno.h>

/* GCC refuses plugins without it.  */
int plugin_is_GPL_compatible;

/* The one variable of the glue; everything else is handed down.  It outlives
   plugin_init because GCC keeps pointers to it.  */
static struct avow_unit unit;

/* ---- is this the compiler that the plugin was built for? ------------------------------ */

/* The word after `--target=' in the configuration, with its length.  */
static const char *
configured_target (const char *arguments, size_t *len)
{
  const char *t = arguments ? strstr (arguments, "--target=") : NULL;

  t = t ? t + strlen ("--target=") : "";
  *len = strcspn (t, " '");
  return t;
}

static bool
same_target (const char *a, const char *b)
{
  size_t la, lb;

  a = configured_target (a, &la);
  b = configured_target (b, &lb);
  return la == lb && memcmp (a, b, la) == 0;
}

/* plugin_default_version_check also compares the date and the configuration, and
   so refuses the same GCC after a distribution's rebuild.  The plugin's view
   of GCC's structures depends on the release and the target only.  */
static bool
same_compiler (const struct plugin_gcc_version *running)
{
  return strcmp (running->basever, gcc_version.basever) == 0
         && strcmp (running->devphase, gcc_version.devphase) == 0
         && same_target (running->configuration_arguments, gcc_version.configuration_arguments);
}

/* Ends the compile, because after a plain failure GCC adds an error of its own.
   Nothing of GCC may be called: in this compiler it may not exist (see anchor.c)
   or mean something else.  */
static void
refuse (const char *plugin, const struct plugin_gcc_version *running)
{
  size_t lb, lr;
  const char *tb = configured_target (gcc_version.configuration_arguments, &lb);
  const char *tr = configured_target (running->configuration_arguments, &lr);
  const char *driver = getenv ("COLLECT_GCC");

  fprintf (stderr,
           "avow: fatal error: plugin '%s' was built for GCC %s%s (%.*s), but this is GCC %s%s "
           "(%.*s); rebuild it with 'make CC=%s'\n",
           plugin, gcc_version.basever, gcc_version.devphase, (int) lb, tb, running->basever,
           running->devphase, (int) lr, tr, driver ? driver : "THIS-COMPILER");
  exit (FATAL_EXIT_CODE);
}

/* ---- options --------------------------------------------------------------------------- */

static bool
read_options (const struct plugin_name_args *info)
{
  char message[256];
  bool ok = true;

  unit.settings = avow_default_settings;
  for (int i = 0; i < info->argc; i++)
    if (!avow_settings_set (&unit.settings, info->argv[i].key, info->argv[i].value, message,
                            sizeof message))
      {
        error_at (UNKNOWN_LOCATION, "%<-fplugin-arg-%s-%s%>: %s", info->base_name,
                  info->argv[i].key, message);
        ok = false;
      }
  unit.options = avow_default_options;
  unit.options.disabled |= unit.settings.disabled;
  unit.options.refine = unit.settings.refine;
  return ok;
}

/* ---- descriptions of called routines ------------------------------------------------------ */

/* The whole of FILE, with a NUL behind it, or NULL.  It lives as long as the compiler.  */
static char *
read_file (const char *file)
{
  FILE *f = fopen (file, "r");
  size_t n = 0, cap = 4096;
  char *text = f ? XNEWVEC (char, cap) : NULL;

  if (!f)
    return NULL;
  for (size_t got; (got = fread (text + n, 1, cap - n - 1, f)) > 0;)
    if ((n += got) + 1 == cap)
      text = XRESIZEVEC (char, text, cap *= 2);
  text[n] = 0;
  if (ferror (f))
    {
      XDELETEVEC (text);
      text = NULL;
    }
  fclose (f);
  return text;
}

/* Say where TEXT, which FILE holds, is wrong; true when it is not.  */
static bool
check_calls (const char *file, const char *text)
{
  static const char *const names[] = { "x86_64", "i386" };

  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    {
      const char *word;
      unsigned line = avow_calls_check (names[i], text, &word);
      if (!line)
        continue;
      error_at (UNKNOWN_LOCATION, "%s:%u: %qs is not understood", file, line,
                avow_strndup (&unit.scratch, word, strcspn (word, " \t\r\n#")));
      return false;
    }
  return true;
}

static bool
read_calls (void)
{
  const char *file = unit.settings.calls;

  if (!file)
    return true;
  unit.options.calls = read_file (file);
  if (unit.options.calls)
    return check_calls (file, unit.options.calls);
  error_at (UNKNOWN_LOCATION, "cannot read %qs: %s", file, xstrerror (errno));
  return false;
}

/* The descriptor of FILE, the WHAT of this unit, in *FD, or -1 when there is none to write.  */
static bool
open_file (const char *what, const char *file, int *fd)
{
  *fd = -1;
  if (!file || flag_preprocess_only)
    return true;
  *fd = avow_report_open (file);
  if (*fd < 0)
    error_at (UNKNOWN_LOCATION, "cannot open the %s %qs: %s", what, file, xstrerror (errno));
  return *fd >= 0;
}

static void
close_file (const char *what, const char *file, int *fd)
{
  if (*fd >= 0 && close (*fd) != 0)
    error_at (UNKNOWN_LOCATION, "cannot write the %s %qs: %s", what, file, xstrerror (errno));
  *fd = -1;
}

/* ---- callbacks -------------------------------------------------------------------------- */

static void
on_parsed_function (void *function, void *)
{
  avow_check_tree (&unit, (tree) function);
}

static void
on_start_unit (void *, void *)
{
  symtab->add_cgraph_removal_hook (avow_function_removed, &unit);
}

static void
on_ipa_start (void *, void *)
{
  avow_check_unlowered (&unit);
  avow_check_toplevel (&unit);
}

/* Whether this compile makes code that avow can look at.  With -flto the code is made when linking, and what
   a fat object holds besides is not looked at, because it would be said twice.  FLAG_GENERATE_LTO is not set
   yet.  */
static bool
generates_code (void)
{
  return !flag_syntax_only && !flag_preprocess_only && (unit.link_time || !flag_lto);
}

static void
on_collect (void *, void *)
{
  avow_mark_pending (&unit);
}

static void
on_finish (void *, void *)
{
  avow_say_pending (&unit);
  avow_write_patch (&unit);
  close_file ("patch", unit.settings.patch, &unit.patch_fd);
  close_file ("report", unit.settings.report, &unit.report_fd);
  close_file ("capture", unit.settings.capture, &unit.capture_fd);
  avow_memo_free (&unit.memo);
  avow_arena_free (&unit.scratch);
  avow_arena_free (&unit.keep);
  avow_arena_free (&unit.names_arena);
  XDELETEVEC (unit.said.slots);
  unit.said.slots = NULL;
}

static void
register_callbacks (void)
{
  if (!unit.link_time)
    {
      avow_register (unit.name, PLUGIN_START_UNIT, on_start_unit, NULL);
      if (flag_syntax_only)
        avow_register (unit.name, PLUGIN_FINISH_PARSE_FUNCTION, on_parsed_function, NULL);
      avow_register (unit.name, PLUGIN_ALL_IPA_PASSES_START, on_ipa_start, NULL);
    }
  avow_register (unit.name, PLUGIN_FINISH, on_finish, NULL);
  avow_register_pass (&unit);
  if (unit.settings.mode == AVOW_MODE_FIX)
    avow_register_red_zone_pass (&unit);
  unit.defers = generates_code ();
  if (!unit.defers)
    return;
  avow_register (unit.name, PLUGIN_GGC_MARKING, on_collect, NULL);
  avow_register_rtl_pass (&unit);
}

/* The link-time compiler gets the same options.  in_lto_p is not set yet.  */
static bool
is_link_time (void)
{
  return strcmp (lang_hooks.name, "GNU GIMPLE") == 0;
}

int
plugin_init (struct plugin_name_args *info, struct plugin_gcc_version *running)
{
  static struct plugin_info about
      = { "avow " AVOW_VERSION, "check inline asm statements against their contracts" };

  if (!same_compiler (running))
    refuse (info->full_name, running);
  unit.name = info->base_name;
  unit.link_time = is_link_time ();
  avow_register (unit.name, PLUGIN_INFO, NULL, &about);
  if (!read_options (info) || !read_calls ())
    return 0;
  if (unit.settings.version)
    inform (UNKNOWN_LOCATION, "avow %s, built for GCC %s%s", AVOW_VERSION, gcc_version.basever,
            gcc_version.devphase);
  if (unit.settings.mode != AVOW_MODE_OFF
      && open_file ("report", unit.settings.report, &unit.report_fd)
      && open_file ("capture", unit.settings.capture, &unit.capture_fd)
      && open_file ("patch", unit.link_time ? NULL : unit.settings.patch, &unit.patch_fd))
    register_callbacks ();
  return 0;
}
