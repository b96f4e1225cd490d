#pragma once

#include "input/reply.hpp"

namespace tonelint {

/// Finds in the blocks of any syntax the lines by which mail says that history or a signature
/// begins, and makes quote and signature blocks of what follows.
///
/// History goes on to the end of the reply, unless quoted blocks follow: then the agent may have
/// written between them, and only the quoted blocks are history. A signature goes on to the end or
/// to the next line that begins history.
void mark_history(Reply& reply);

}  // namespace tonelint
