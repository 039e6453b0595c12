#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
// Debian ships the extensions library without its own header.
void cmark_gfm_core_extensions_ensure_registered(void);
