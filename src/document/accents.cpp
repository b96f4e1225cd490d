#include "document/accents.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace tonelint {
namespace {

/// Letters that Unicode does not take apart, though people leave their strokes out.
char16_t plain_letter(char16_t letter) {
  switch (letter) {
    case u'ł':
      return u'l';
    case u'ø':
      return u'o';
    case u'đ':
    case u'ð':
      return u'd';
    case u'ı':
      return u'i';
    default:
      return letter;
  }
}

}  // namespace

std::string without_accents(std::string_view folded) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decomposed = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string(folded);
  const icu::UnicodeString apart = decomposed->normalize(
      icu::UnicodeString::fromUTF8({folded.data(), static_cast<std::int32_t>(folded.size())}),
      status);
  if (U_FAILURE(status)) return std::string(folded);
  icu::UnicodeString plain;
  for (std::int32_t i = 0; i < apart.length(); ++i) {
    if (u_charType(apart.charAt(i)) != U_NON_SPACING_MARK) plain += plain_letter(apart.charAt(i));
  }
  std::string out;
  plain.toUTF8String(out);
  return out;
}

}  // namespace tonelint
