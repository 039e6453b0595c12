// libxml2 is built with ICU here, whose headers clash with those of Foundation. We touch none of
// the structures that depend on it (only the tail of xmlCharEncodingHandler does).
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
