#pragma once

#include <optional>
#include <string>

#include "apps/serve/service.hpp"
#include "tonelint/context.hpp"
#include "tonelint/source.hpp"

namespace tonelint::serve {

/// The draft that a request brings, with what is known around it and the guide it is for.
struct Draft {
  std::shared_ptr<const daemon::ServedGuide> guide;
  std::optional<Guide> style;  ///< That guide for the path the draft belongs to; is there.
  Context context;
  std::string bytes;
  Syntax syntax = Syntax::text;

  [[nodiscard]] Source source() const { return {"reply", bytes, syntax}; }
};

/// Reads the body: the JSON of a context, or the bare draft when the type of the content says text.
/// What to answer when that fails, or nothing.
[[nodiscard]] std::optional<Answer> read_draft(const Service& service, const Request& request,
                                               Draft& draft);

}  // namespace tonelint::serve
