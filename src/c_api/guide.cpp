#include "c_api/handles.hpp"
#include "tonelint/terminal.hpp"

using tonelint::GuideText;
using tonelint::c_api::guarded;
using tonelint::c_api::is_readable;
using tonelint::c_api::NamedText;
using tonelint::c_api::view_of;

namespace {

/// What is passed out: a handle of its own, so that both may be freed in any order.
tonelint_guide* handle_of(tonelint::Guide guide) {
  auto made = std::make_unique<tonelint_guide>(tonelint_guide{std::move(guide), {}});
  made->hash = made->guide.hash_text();
  return made.release();
}

std::string text_of(tonelint_string text) { return std::string(view_of(text)); }

}  // namespace

tonelint_string tonelint_version(void) { return view_of(tonelint::version()); }

tonelint_status tonelint_guide_built_in(tonelint_guide** guide) {
  if (guide == nullptr) return TONELINT_BAD_ARGUMENT;
  *guide = nullptr;
  return guarded([&] {
    *guide = handle_of(tonelint::Guide::built_in());
    return TONELINT_OK;
  });
}

tonelint_status tonelint_guide_load(const tonelint_guide_text* text, tonelint_resolver resolver,
                                    void* user, tonelint_guide** guide,
                                    tonelint_report** problems) {
  if (guide != nullptr) *guide = nullptr;
  if (problems != nullptr) *problems = nullptr;
  if (guide == nullptr || text == nullptr || !is_readable(text->name) || !is_readable(text->yaml)) {
    return TONELINT_BAD_ARGUMENT;
  }
  return guarded([&] {
    std::vector<NamedText> texts{{text_of(text->name), text_of(text->yaml)}};
    const auto resolve = [&](std::string_view wanted,
                             std::string_view from) -> std::optional<GuideText> {
      tonelint_guide_text found{};
      if (resolver == nullptr || resolver(user, view_of(wanted), view_of(from), &found) == 0 ||
          !is_readable(found.name) || !is_readable(found.yaml)) {
        return {};
      }
      texts.push_back({text_of(found.name), text_of(found.yaml)});
      return GuideText{texts.back().name, texts.back().bytes};
    };
    auto loaded = tonelint::load_guide({texts[0].name, texts[0].bytes}, resolve);
    std::unique_ptr<tonelint_report> report;
    if (problems != nullptr) report = problems_report(loaded.problems, texts);
    if (loaded.guide) *guide = handle_of(std::move(*loaded.guide));
    if (problems != nullptr) *problems = report.release();
    return loaded.guide ? TONELINT_OK : TONELINT_INVALID;
  });
}

tonelint_string tonelint_guide_name(const tonelint_guide* guide) {
  return guide == nullptr ? tonelint_string{} : view_of(guide->guide.name());
}

tonelint_string tonelint_guide_hash(const tonelint_guide* guide) {
  return guide == nullptr ? tonelint_string{} : view_of(guide->hash);
}

size_t tonelint_guide_rule_count(const tonelint_guide* guide) {
  return guide == nullptr ? 0 : guide->guide.rule_count();
}

void tonelint_guide_free(tonelint_guide* guide) { delete guide; }
