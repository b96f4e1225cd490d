#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "tonelint/across.hpp"

namespace tonelint {

/// A reply that speaks otherwise than the rest of its folder.
struct ToneOutlier {
  std::string message;
  RelatedPlace neighbour;
};

/// How the replies of each folder speak.
class Tones {
 public:
  void learn(const ReplyTone& tone);
  /// What is to be told of the reply whose first sentence stands there, or null. From the first
  /// question on nothing more is learnt.
  [[nodiscard]] const ToneOutlier* outlier_at(const std::string& file, Position position);

 private:
  struct Reply {
    std::uint64_t place;
    std::uint32_t number;
    std::uint16_t told, has;
    std::int8_t warmth;
  };
  struct Neighbour {
    RelatedPlace place;
    Reply reply;
  };
  struct Folder {
    std::string name;
    std::vector<Reply> replies;
    std::vector<Neighbour> neighbours;  ///< The first few.
  };
  struct Difference {
    std::string who, they, it;
  };
  /// A reply that may be told of.
  struct Odd {
    const Folder* folder;
    const Reply* reply;
    double weight = 0;
    std::uint16_t traits = 0;  ///< In which it differs.
    std::vector<Difference> told;
  };
  class Comparison;

  static std::string message_of(const Odd& odd);
  static const RelatedPlace& neighbour_of(const Odd& odd);
  void decide();

  std::unordered_map<std::string, Folder> folders_;
  std::unordered_map<std::uint64_t, ToneOutlier> outliers_;
  std::uint32_t count_ = 0;
  bool decided_ = false;
};

}  // namespace tonelint
