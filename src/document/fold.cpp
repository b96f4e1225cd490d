#include "document/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace tonelint {

namespace {

/// The folding of U+0080..U+017F, or 0 where it is not one code point.
char32_t fold_latin(char32_t code) {
  if (code < 0x100) {
    if (code == 0xB5) return 0x3BC;  // The micro sign is a Greek letter.
    return code >= 0xC0 && code <= 0xDE && code != 0xD7 ? code + 0x20 : code;
  }
  switch (code) {
    case 0x130:  // İ and ŉ fold to two.
    case 0x149:
      return 0;
    case 0x131:
    case 0x138:
      return code;
    case 0x178:
      return 0xFF;
    case 0x17F:
      return U's';
    default:
      break;
  }
  // Pairs of capital and small; the capital is odd in two stretches.
  const bool odd_capital = (code >= 0x139 && code <= 0x148) || code >= 0x179;
  return (code % 2 == 1) == odd_capital ? code + 1 : code;
}

/// Any script, and accents as characters of their own.
void fold_unicode(std::string_view word, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(word.size());
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, size);
  icu::CaseMap::utf8Fold(0, {word.data(), size}, sink, nullptr, status);
  const icu::Normalizer2* composed = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) {
    out += word;
    return;
  }
  icu::StringByteSink<std::string> end(&out);
  composed->normalizeUTF8(0, folded, end, nullptr, status);
}

}  // namespace

void fold_append(std::string_view word, std::string& out) {
  const std::size_t begin = out.size();
  out += word;
  char* next = out.data() + begin;
  char* const end = out.data() + out.size();
  while (next != end && static_cast<unsigned char>(*next) < 0x80) {
    *next = ascii::lower(*next);
    ++next;
  }
  if (next == end) return;  // Nearly always.
  const auto plain = static_cast<std::size_t>(next - out.data()) - begin;
  out.resize(begin + plain);
  for (std::size_t at = plain; at < word.size();) {
    const char byte = word[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += ascii::lower(byte);
      ++at;
      continue;
    }
    const char32_t code = utf8::next(word, at);
    if (code == 0x2019 || code == 0x02BC || code == 0xFF07) {
      out += '\'';
    } else if (code == 0xDF) {
      out += "ss";
    } else if (code == 0xAD) {
      continue;
    } else if (const char32_t folded = code < 0x180 ? fold_latin(code) : 0; folded != 0) {
      utf8::append(out, folded);
    } else {
      // Begin again: what was done so far may belong to the character that follows.
      std::string joined;
      for (std::size_t i = 0; i < word.size();) {
        const char32_t each = utf8::next(word, i);
        if (each == 0xAD) continue;
        const bool apostrophe = each == 0x2019 || each == 0x02BC || each == 0xFF07;
        utf8::append(joined, apostrophe ? U'\'' : each);
      }
      out.resize(begin);
      fold_unicode(joined, out);
      return;
    }
  }
}

std::string fold(std::string_view word) {
  std::string out;
  fold_append(word, out);
  return out;
}

}  // namespace tonelint
