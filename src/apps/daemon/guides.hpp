#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tonelint/guide.hpp"

namespace tonelint::daemon {

/// A guide and the name under which it is asked for.
struct GuideSetting {
  std::string name, path;
};

/// Loads the guide of a path, for a draft that belongs to another path or to none, without a word;
/// nothing when it cannot be read.
using LoadGuide =
    std::function<std::optional<LoadedGuide>(const std::string& path, const std::string& draft)>;

/// A guide as requests see it. Never changed; a reload makes a new one.
struct ServedGuide {
  std::string name;
  LoadedGuide loaded;   ///< Its `guide` is there.
  GuideByPath by_path;  ///< The same, with its overrides.
};

/// The guides by name, kept in step with their files. A broken file leaves the old guide in place.
class Guides {
 public:
  /// How a guide is doing.
  struct State {
    std::string name;
    std::string problem;  ///< Of the last time it was loaded: "acme.yaml:3:5: …". Empty: none.
  };

  Guides(LoadGuide load, std::vector<GuideSetting> named)
      : load_(std::move(load)), named_(std::move(named)) {}

  /// Loads all of them for the first time. What is wrong with one, or nothing.
  [[nodiscard]] std::string load();
  /// Loads those again whose files have changed, or all. Called by one thread.
  void reload(bool all);

  /// The guide of this name, or the first one for an empty name; null when there is none.
  [[nodiscard]] std::shared_ptr<const ServedGuide> find(std::string_view name) const;
  [[nodiscard]] std::vector<State> states() const;
  [[nodiscard]] std::string names() const;  ///< "acme, support".

 private:
  struct Slot {
    std::shared_ptr<const ServedGuide> guide;
    std::string problem;
    std::vector<std::string> files;  ///< Whose change makes it old.
    std::string stamp;               ///< What these files were like when they were read.
  };

  /// Reads a guide into its slot; what is wrong with it, or nothing.
  std::string read(std::size_t index);

  LoadGuide load_;
  std::vector<GuideSetting> named_;
  mutable std::shared_mutex mutex_;  ///< Of `guide` and `problem`.
  std::vector<Slot> slots_;
};

}  // namespace tonelint::daemon
