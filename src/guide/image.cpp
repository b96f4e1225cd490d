#include "guide/image.hpp"

#include <bit>
#include <cstring>

namespace tonelint {
namespace {

// The bytes: GuideFacts, then for each table its count (8 bytes) and its entries, padded to 8
// bytes.
constexpr std::size_t padded(std::size_t size) { return (size + 7) & ~std::size_t{7}; }

/// FNV-1a, eight bytes at a time, turned so that every byte reaches all others.
std::uint64_t hash_of(std::span<const std::byte> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    hash = std::rotl(hash ^ word, 29) * 0x100000001b3;
  }
  return hash ^ (hash >> 32);
}

void view_tables(GuideImage& image, std::span<const std::byte> bytes) {
  std::memcpy(&image.facts, bytes.data(), sizeof image.facts);
  std::size_t at = padded(sizeof image.facts);
  const auto take = [&]<class T>(std::span<const T>& table) {
    std::uint64_t count = 0;
    std::memcpy(&count, bytes.data() + at, sizeof count);
    at += sizeof count;
    table = {reinterpret_cast<const T*>(bytes.data() + at), count};
    at += padded(count * sizeof(T));
  };
  PhraseTables::for_each(image.phrases, take);
  RuleTables::for_each(image.rules, take);
  image.expressions = std::make_unique<Expressions>(image.phrases.expressions.size());
}

}  // namespace

std::shared_ptr<GuideImage> GuideImage::view(std::span<const std::byte> bytes) {
  auto image = std::make_shared<GuideImage>();
  view_tables(*image, bytes);
  return image;
}

std::shared_ptr<GuideImage> GuideImage::own(std::vector<std::byte> bytes) {
  auto image = std::make_shared<GuideImage>();
  image->owned = std::move(bytes);
  view_tables(*image, image->owned);
  return image;
}

std::vector<std::byte> write_image(const PhraseTablesUnderWay& phrases,
                                   const RuleTablesUnderWay& rules, GuideFacts facts) {
  std::vector<std::byte> bytes;
  const auto append = [&](const void* data, std::size_t size) {
    const std::size_t at = bytes.size();
    bytes.resize(at + padded(size));
    if (size != 0) std::memcpy(bytes.data() + at, data, size);
  };
  append(&facts, sizeof facts);
  const auto put = [&](const auto& table) {
    const std::uint64_t count = table.size();
    append(&count, sizeof count);
    append(table.data(), count * sizeof(table[0]));
  };
  PhraseTablesUnderWay::for_each(phrases, put);
  RuleTablesUnderWay::for_each(rules, put);
  facts.hash = hash_of(bytes);
  std::memcpy(bytes.data(), &facts, sizeof facts);
  return bytes;
}

}  // namespace tonelint
