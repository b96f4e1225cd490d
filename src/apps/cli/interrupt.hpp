#pragma once

namespace tonelint::cli {

/// From now on Ctrl-C and SIGTERM only ask to stop; the second time they end the program at once.
void listen_for_interrupt();
/// Whether somebody has asked to stop.
[[nodiscard]] bool interrupted();
/// How a command ends then, for the shell: 128 and the number of the signal.
[[nodiscard]] int interrupted_exit();

}  // namespace tonelint::cli
