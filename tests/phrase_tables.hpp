#pragma once

#include <utility>
#include <vector>

#include "phrases/tables.hpp"

namespace tonelint::testing {

/// Tables as they are used, without an image of the guide between; they lie in `under_way`.
inline PhraseTables view_of(const PhraseTablesUnderWay& under_way) {
  std::vector<std::pair<const void*, std::size_t>> arrays;
  PhraseTablesUnderWay::for_each(
      under_way, [&](const auto& table) { arrays.emplace_back(table.data(), table.size()); });
  PhraseTables tables;
  auto next = arrays.begin();
  PhraseTables::for_each(tables, [&]<class T>(std::span<const T>& table) {
    table = {static_cast<const T*>(next->first), next->second};
    ++next;
  });
  return tables;
}

}  // namespace tonelint::testing
