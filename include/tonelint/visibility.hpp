#pragma once

/// @file
/// For the library's own headers: what stands in `namespace TONELINT_PUBLIC tonelint` is exported
/// by the shared library, whose other symbols are hidden.

#ifdef __GNUC__
#define TONELINT_PUBLIC [[gnu::visibility("default")]]
#else
#define TONELINT_PUBLIC
#endif
