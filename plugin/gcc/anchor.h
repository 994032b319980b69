/* anchor.h - register_callback of GCC, by the plugin's one strong reference.  */
#ifndef AVOW_ANCHOR_H
#define AVOW_ANCHOR_H

#ifdef __cplusplus
extern "C"
#endif
void avow_register (const char *plugin, int event, void (*callback) (void *, void *), void *data);

#endif
