/* fix_cmd.c - `avow fix': mend a source tree.

   Reading a compilation database, running compilers side by side and merging diffs is a script's work:
   scripts/avow-fix.  This finds it, beside the command in the build folder or installed in libexec, and
   becomes it.  */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"

#define MAX_PATH 4096

/* The folder of this program, with room for a name behind it; false when nothing tells.  */
static bool
own_folder (char *path, size_t size)
{
  ssize_t n = readlink ("/proc/self/exe", path, size - 1);
  if (n <= 0)
    return false;
  path[n] = 0;
  char *slash = strrchr (path, '/');
  if (!slash)
    return false;
  *slash = 0;
  return true;
}

int
avow_cmd_fix (int argc, char **argv)
{
  static const char *const places[] = { "../libexec/avow/avow-fix", "../scripts/avow-fix" };
  char folder[MAX_PATH], script[MAX_PATH + 64];
  (void)argc;
  if (own_folder (folder, sizeof folder))
    for (unsigned i = 0; i < 2; i++)
      {
        snprintf (script, sizeof script, "%s/%s", folder, places[i]);
        if (access (script, X_OK) == 0)
          execv (script, argv);
      }
  fprintf (stderr, "avow fix: the script avow-fix is not where it was installed\n");
  return 2;
}
