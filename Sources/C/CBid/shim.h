// Intel's decimal floating-point library, in the ABI 000: values, explicit rounding and flags.
#ifndef GONGJIANG_CBID_SHIM_H
#define GONGJIANG_CBID_SHIM_H
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <stddef.h>
#include <wchar.h>
#include <bid_conf.h>
#include <bid_functions.h>
#endif
