/* anchor.c - the one name that the plugin needs from the program that loads it.

   The build makes all references of the glue to GCC weak, so that the plugin can
   be loaded by any GCC, look which one it is, and say what is wrong; otherwise a
   GCC of another version would only complain about some mangled name.  A
   compiler that is not GCC must still refuse to load it: this reference stays
   strong.  The function has C linkage and the same type in all versions
   (gcc-plugin.h); it is declared here because this file is compiled as C,
   without GCC's headers.  */
#include "anchor.h"

extern void register_callback (const char *plugin, int event, void (*callback) (void *, void *),
                               void *data);

void
avow_register (const char *plugin, int event, void (*callback) (void *, void *), void *data)
{
  register_callback (plugin, event, callback, data);
}
