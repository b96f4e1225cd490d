/* The C API, used as a C program uses it. Prints what went wrong, one line each. */

#include <stdio.h>
#include <string.h>
#include <tonelint/tonelint.h>

static int failures = 0;

#define CHECK(condition)                                                        \
  do {                                                                          \
    if (!(condition)) {                                                         \
      ++failures;                                                               \
      fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                           \
  } while (0)

static int equals(tonelint_string text, const char* expected) {
  return text.size == strlen(expected) && memcmp(text.data, expected, text.size) == 0;
}

static int contains(tonelint_string text, const char* part) {
  const size_t size = strlen(part);
  for (size_t at = 0; at + size <= text.size; ++at) {
    if (memcmp(text.data + at, part, size) == 0) return 1;
  }
  return 0;
}

/* The first diagnostic of a rule, or null. */
static const tonelint_diagnostic* find(const tonelint_report* report, const char* rule) {
  for (size_t i = 0; i < tonelint_report_count(report); ++i) {
    const tonelint_diagnostic* found = tonelint_report_diagnostic(report, i);
    if (equals(found->rule, rule)) return found;
  }
  return NULL;
}

static const char house_guide[] =
    "name: house\n"
    "rules:\n"
    "  house-conversation:\n"
    "    message: We say conversation.\n"
    "    why: People are not numbers.\n"
    "    level: error\n"
    "    find: {\"ticket\": \"conversation\"}\n"
    "    examples:\n"
    "      - bad: I closed your [[ticket]].\n"
    "        good: I closed your conversation.\n";

static tonelint_guide* load_house_guide(void) {
  tonelint_guide* guide = NULL;
  const tonelint_guide_text text = {tonelint_text("house.yaml"), tonelint_text(house_guide)};
  CHECK(tonelint_guide_load(&text, NULL, NULL, &guide, NULL) == TONELINT_OK);
  return guide;
}

static void test_built_in_guide(void) {
  tonelint_guide* guide = NULL;
  CHECK(tonelint_guide_built_in(&guide) == TONELINT_OK);
  CHECK(equals(tonelint_guide_name(guide), "support"));
  CHECK(tonelint_guide_hash(guide).size == 16);
  CHECK(tonelint_guide_rule_count(guide) > 50);
  tonelint_guide_free(guide);
}

static void test_places_and_rewrites(void) {
  /* An emoji is four bytes, one code point and two UTF-16 code units. */
  const char bytes[] = "Hi!\nA \xF0\x9F\x98\x80 ticket is done.";
  tonelint_guide* guide = load_house_guide();
  tonelint_report* report = NULL;
  const tonelint_draft draft = {.bytes = tonelint_text(bytes), .name = tonelint_text("a.txt")};
  CHECK(tonelint_lint(guide, &draft, NULL, &report) == TONELINT_OK);
  tonelint_guide_free(guide); /* the report keeps what it needs */
  CHECK(tonelint_report_count(report) == 1);
  const tonelint_diagnostic* found = tonelint_report_diagnostic(report, 0);
  if (found != NULL) {
    CHECK(equals(found->rule, "house-conversation"));
    CHECK(found->level == TONELINT_ERROR);
    CHECK(equals(found->message, "We say conversation."));
    CHECK(equals(found->why, "People are not numbers."));
    CHECK(equals(found->match, "ticket"));
    CHECK(found->bytes.begin == 11 && found->bytes.end == 17);
    CHECK(found->utf16.begin == 9 && found->utf16.end == 15);
    CHECK(found->line == 2 && found->column == 5);
    CHECK(found->end_line == 2 && found->end_column == 11);
    CHECK(found->file.size == 0);
    const int one_edit = found->rewrites_size == 1 && found->rewrites[0].edits_size == 1;
    CHECK(one_edit);
    if (one_edit) {
      const tonelint_edit* edit = &found->rewrites[0].edits[0];
      CHECK(equals(edit->text, "conversation"));
      CHECK(edit->bytes.begin == 11 && edit->utf16.begin == 9);
    }
  }
  CHECK(tonelint_report_diagnostic(report, 1) == NULL);
  CHECK(tonelint_report_words(report) == 5);
  tonelint_report_free(report);
}

static void test_strings_have_sizes(void) {
  const char bytes[] = {'a', '\0', ' ', 't', 'i', 'c', 'k', 'e', 't', 'X'};
  tonelint_guide* guide = load_house_guide();
  tonelint_report* report = NULL;
  const tonelint_draft draft = {.bytes = {bytes, 9}}; /* neither ends at the NUL nor reads the X */
  CHECK(tonelint_lint(guide, &draft, NULL, &report) == TONELINT_OK);
  const tonelint_diagnostic* found = find(report, "house-conversation");
  CHECK(found != NULL && found->bytes.begin == 3 && found->bytes.end == 9);
  tonelint_report_free(report);
  tonelint_guide_free(guide);
}

static void test_context(void) {
  tonelint_guide* guide = NULL;
  tonelint_report* report = NULL;
  const tonelint_draft draft = {.bytes = tonelint_text("Hi Pria,\n\nIt is on its way.\n")};
  const char json[] =
      "{\"customer\":{\"name\":\"Priya Nair\",\"message\":\"This is ridiculous!!\"}}";
  CHECK(tonelint_guide_built_in(&guide) == TONELINT_OK);

  tonelint_context context;
  memset(&context, 0, sizeof context);
  context.customer_name = tonelint_text("Priya Nair");
  CHECK(tonelint_lint(guide, &draft, &context, &report) == TONELINT_OK);
  CHECK(find(report, "greeting-name-mismatch") != NULL);
  CHECK(equals(tonelint_report_mood(report), "neutral"));
  tonelint_report_free(report);

  memset(&context, 0, sizeof context);
  context.json = tonelint_text(json);
  CHECK(tonelint_lint(guide, &draft, &context, &report) == TONELINT_OK);
  CHECK(find(report, "greeting-name-mismatch") != NULL);
  CHECK(!equals(tonelint_report_mood(report), "neutral"));
  tonelint_report_free(report);

  context.customer_name = tonelint_text("Pria Nair"); /* wins over the JSON */
  CHECK(tonelint_lint(guide, &draft, &context, &report) == TONELINT_OK);
  CHECK(find(report, "greeting-name-mismatch") == NULL);
  tonelint_report_free(report);

  context.json = tonelint_text("{\"reply\":\"Hi Pria,\\n\\nUnfortunately it is late.\"}");
  CHECK(tonelint_lint(guide, NULL, &context, &report) == TONELINT_OK);
  CHECK(find(report, "unfortunately") != NULL);
  tonelint_report_free(report);
  tonelint_guide_free(guide);
}

static void test_broken_context(void) {
  tonelint_guide* guide = load_house_guide();
  tonelint_report* report = NULL;
  const tonelint_draft draft = {.bytes = tonelint_text("Hi")};
  const tonelint_context context = {.json = tonelint_text("{\n  \"custmer\": {}}")};
  CHECK(tonelint_lint(guide, &draft, &context, &report) == TONELINT_INVALID);
  const tonelint_diagnostic* found = tonelint_report_diagnostic(report, 0);
  CHECK(found != NULL && found->line == 2 && contains(found->message, "customer"));
  CHECK(found != NULL && equals(found->file, "context"));
  tonelint_report_free(report);
  tonelint_guide_free(guide);
}

static void test_broken_guide(void) {
  tonelint_guide* guide = NULL;
  tonelint_report* problems = NULL;
  const tonelint_guide_text text = {tonelint_text("team.yaml"),
                                    tonelint_text("name: a\nruls:\n  x: off\n")};
  CHECK(tonelint_guide_load(&text, NULL, NULL, &guide, &problems) == TONELINT_INVALID);
  CHECK(guide == NULL);
  const tonelint_diagnostic* found = tonelint_report_diagnostic(problems, 0);
  CHECK(found != NULL && equals(found->file, "team.yaml"));
  CHECK(found != NULL && found->line == 2 && found->column == 1);
  CHECK(found != NULL && contains(found->message, "rules"));
  tonelint_report_free(problems);
}

static int asked = 0;

static int find_house_guide(void* user, tonelint_string wanted, tonelint_string from,
                            tonelint_guide_text* found) {
  ++asked;
  CHECK(user == &asked);
  CHECK(equals(wanted, "house.yaml"));
  CHECK(equals(from, "team.yaml"));
  found->name = wanted;
  found->yaml = tonelint_text(house_guide);
  return 1;
}

static void test_resolver(void) {
  tonelint_guide* guide = NULL;
  tonelint_report* problems = NULL;
  const tonelint_guide_text text = {tonelint_text("team.yaml"),
                                    tonelint_text("name: team\nextends: house.yaml\n")};
  CHECK(tonelint_guide_load(&text, find_house_guide, &asked, &guide, &problems) == TONELINT_OK);
  CHECK(asked == 1);
  CHECK(tonelint_guide_rule_count(guide) == 1);
  tonelint_report_free(problems);
  tonelint_guide_free(guide);
}

static void test_fix(void) {
  tonelint_guide* guide = load_house_guide();
  tonelint_report* report = NULL;
  const tonelint_draft draft = {.bytes = tonelint_text("The ticket is done.\n")};
  CHECK(tonelint_fix(guide, &draft, NULL, 1, &report) == TONELINT_OK);
  CHECK(equals(tonelint_report_fixed(report), "The conversation is done.\n"));
  CHECK(tonelint_report_fixed_count(report) == 1);
  CHECK(tonelint_report_count(report) == 0);
  tonelint_report_free(report);
  tonelint_guide_free(guide);
}

static void test_bad_arguments(void) {
  tonelint_guide* guide = load_house_guide();
  tonelint_report* report = NULL;
  tonelint_draft draft = {.bytes = {NULL, 3}};
  CHECK(tonelint_lint(guide, &draft, NULL, &report) == TONELINT_BAD_ARGUMENT);
  draft.bytes.data = "abc";
  CHECK(tonelint_lint(NULL, &draft, NULL, &report) == TONELINT_BAD_ARGUMENT);
  CHECK(tonelint_lint(guide, &draft, NULL, NULL) == TONELINT_BAD_ARGUMENT);
  CHECK(tonelint_lint(guide, NULL, NULL, &report) == TONELINT_BAD_ARGUMENT);
  draft.bytes.size = (size_t)UINT32_MAX + 1; /* never read */
  CHECK(tonelint_lint(guide, &draft, NULL, &report) == TONELINT_BAD_ARGUMENT);
  CHECK(report == NULL);
  CHECK(tonelint_guide_built_in(NULL) == TONELINT_BAD_ARGUMENT);
  CHECK(tonelint_report_count(NULL) == 0);
  tonelint_report_free(NULL);
  tonelint_guide_free(NULL);
  tonelint_guide_free(guide);
}

int main(void) {
  CHECK(tonelint_version().size >= 5);
  test_built_in_guide();
  test_places_and_rewrites();
  test_strings_have_sizes();
  test_context();
  test_broken_context();
  test_broken_guide();
  test_resolver();
  test_fix();
  test_bad_arguments();
  if (failures == 0) puts("the C API does what its header says");
  return failures == 0 ? 0 : 1;
}
