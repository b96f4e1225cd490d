#include "apps/serve/remembered.hpp"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

#include <cstring>
#include <string>

namespace tonelint::serve {

Remembered::Hash Remembered::hash_of(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) {
    all += std::to_string(part.size());
    all += ' ';
    all += part;
  }
  Hash hash{};
  gnutls_hash_fast(GNUTLS_DIG_SHA256, all.data(), all.size(), hash.data());
  return hash;
}

std::size_t Remembered::First::operator()(const Hash& hash) const {
  std::size_t first = 0;
  std::memcpy(&first, hash.data(), sizeof first);
  return first;
}

void Remembered::remember(const Hash& hash, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  known_[hash] = now;
  order_.emplace_back(now, hash);
  forget(now);
}

bool Remembered::knows(const Hash& hash, Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  forget(now);
  return known_.contains(hash);
}

void Remembered::forget(Clock::time_point now) {
  while (!order_.empty() && (order_.size() > most || now - order_.front().first > kept)) {
    // It may have been remembered again since.
    const auto found = known_.find(order_.front().second);
    if (found != known_.end() && found->second == order_.front().first) known_.erase(found);
    order_.pop_front();
  }
}

}  // namespace tonelint::serve
