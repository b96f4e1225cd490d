/* Checks the reply on standard input, and prints what was found. The customer's name may be given.
 *
 *   lint_c "Priya Nair" < reply.txt
 */

#include <stdio.h>
#include <tonelint/tonelint.h>

static char reply[1 << 16];

static void print(tonelint_string text) { fwrite(text.data, 1, text.size, stdout); }

/* Prints the findings; says whether one of them is an error. */
static int show(const tonelint_report* report) {
  static const char* const levels[] = {"suggestion", "warning", "error"};
  int errors = 0;
  for (size_t i = 0; i < tonelint_report_count(report); ++i) {
    const tonelint_diagnostic* found = tonelint_report_diagnostic(report, i);
    printf("%u:%u %s ", (unsigned)found->line, (unsigned)found->column, levels[found->level]);
    print(found->rule);
    printf(": ");
    print(found->message);
    printf("\n");
    for (size_t each = 0; each < found->rewrites_size; ++each) {
      printf("  -> ");
      print(found->rewrites[each].text);
      printf("\n");
    }
    if (found->level == TONELINT_ERROR) errors = 1;
  }
  return errors;
}

int main(int argc, char** argv) {
  tonelint_draft draft = {.name = tonelint_text("reply")};
  tonelint_context context = {.customer_name = tonelint_text(argc > 1 ? argv[1] : "")};
  tonelint_guide* guide = NULL;
  tonelint_report* report = NULL;
  int result = 2;

  draft.bytes.data = reply;
  draft.bytes.size = fread(reply, 1, sizeof reply, stdin);
  if (tonelint_guide_built_in(&guide) == TONELINT_OK &&
      tonelint_lint(guide, &draft, &context, &report) == TONELINT_OK) {
    result = show(report);
  }
  tonelint_report_free(report);
  tonelint_guide_free(guide);
  return result;
}
