#pragma once

namespace tonelint::cli {

/// How a command ends that was stopped by Ctrl-C, for the shell: 128 and the number of the signal.
inline constexpr int interrupted_exit = 130;

/// From now on Ctrl-C only asks to stop; pressed again it ends the program at once.
void listen_for_interrupt();
/// Whether Ctrl-C was pressed.
[[nodiscard]] bool interrupted();

}  // namespace tonelint::cli
