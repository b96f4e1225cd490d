#ifndef TONELINT_TONELINT_H
#define TONELINT_TONELINT_H

/**
 * @file
 * tonelint from C, and from every language that can call C. A tour:
 *
 * @code
 * #include <tonelint/tonelint.h>
 *
 * tonelint_guide* guide = NULL;
 * tonelint_report* report = NULL;
 * tonelint_draft draft = {.bytes = tonelint_text("Hi Pria,\n\nUnfortunately it is late.")};
 * tonelint_context context = {.customer_name = tonelint_text("Priya Nair")};
 * if (tonelint_guide_built_in(&guide) == TONELINT_OK &&
 *     tonelint_lint(guide, &draft, &context, &report) == TONELINT_OK) {
 *   for (size_t i = 0; i < tonelint_report_count(report); ++i) {
 *     const tonelint_diagnostic* found = tonelint_report_diagnostic(report, i);
 *     printf("%u:%u: %.*s\n", found->line, found->column, (int)found->message.size,
 *            found->message.data);
 *   }
 * }
 * tonelint_report_free(report);
 * tonelint_guide_free(guide);
 * @endcode
 *
 * Strings are UTF-8 with their size in bytes; none needs a NUL at its end, and any byte may stand
 * in one. What is handed in belongs to the caller and may go once the call has returned. What comes
 * out belongs to the handle it was read from and stays as it is until that handle is freed.
 *
 * Threads: a guide never changes; any number of threads may use one at once. Any thread may read a
 * report. Free a handle once, when nobody uses it any more; a report keeps what it needs of its
 * guide, so the two may be freed in any order.
 *
 * Whatever goes wrong is a status. No exception leaves these functions, none of them opens a file,
 * reads a clock or the environment, or prints.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __GNUC__
#define TONELINT_C_API __attribute__((visibility("default")))
#else
#define TONELINT_C_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** How a call ended. */
typedef enum tonelint_status {
  TONELINT_OK = 0,
  /** The guide or the context has mistakes; the report tells them. */
  TONELINT_INVALID = 1,
  /** There was not enough memory. Nothing was made. */
  TONELINT_NO_MEMORY = 2,
  /** A pointer that must not be null is null, or a text has 2^32 bytes or more. */
  TONELINT_BAD_ARGUMENT = 3
} tonelint_status;

/** A view of UTF-8. {NULL, 0} is empty. */
typedef struct tonelint_string {
  const char* data;
  size_t size;
} tonelint_string;

/** A view of a text that ends with a NUL; of NULL, an empty one. */
static inline tonelint_string tonelint_text(const char* text) {
  tonelint_string view;
  view.data = text;
  view.size = text == NULL ? 0 : strlen(text);
  return view;
}

/** A range, half open: begin is in it, end is not. */
typedef struct tonelint_span {
  uint32_t begin, end;
} tonelint_span;

/** How much a finding weighs. An error holds the reply back. */
typedef enum tonelint_level {
  TONELINT_SUGGESTION = 0,
  TONELINT_WARNING = 1,
  TONELINT_ERROR = 2
} tonelint_level;

/** How a draft is written. */
typedef enum tonelint_syntax {
  /** By the name's ending: .md, .html, else plain text. */
  TONELINT_AUTOMATIC = 0,
  TONELINT_PLAIN = 1,
  TONELINT_MARKDOWN = 2,
  TONELINT_HTML = 3
} tonelint_syntax;

/** What is checked. Any bytes will do: what is not UTF-8 is reported and read as U+FFFD. */
typedef struct tonelint_draft {
  tonelint_string bytes;
  tonelint_string name;
  tonelint_syntax syntax;
} tonelint_draft;

/** An earlier message of the conversation. */
typedef struct tonelint_message {
  int from_agent; /**< 0: from the customer. */
  tonelint_string text;
} tonelint_message;

/** Whether the draft is one, or a saved reply. */
typedef enum tonelint_kind {
  TONELINT_UNKNOWN_KIND = 0,
  TONELINT_DRAFT = 1,
  TONELINT_SAVED_REPLY = 2
} tonelint_kind;

/**
 * What is known around a draft. Set it to zero and fill in what you know; a rule that asks about
 * something unknown says nothing. `json` is the JSON of a context, as `tonelint check --context`
 * takes it; what the other members say wins over it.
 */
typedef struct tonelint_context {
  tonelint_string json;
  tonelint_string channel; /**< "email", "chat" or "public". */
  tonelint_string customer_name;
  tonelint_string customer_message;  /**< What they wrote last, plain text. */
  tonelint_string customer_language; /**< BCP 47, such as "pt". */
  tonelint_string agent_name;
  tonelint_string brand;
  uint32_t turn; /**< 1 is the first reply of the conversation; 0: unknown. */
  tonelint_kind kind;
  int attachments_known;          /**< Whether `attachments` counts. */
  uint32_t attachments;           /**< How many files go out with the reply. */
  const tonelint_message* thread; /**< Earlier messages, oldest first. */
  size_t thread_size;
  const tonelint_string* tags;
  size_t tags_size;
} tonelint_context;

/** Replaces a range of the draft by `text`, which is escaped for its syntax. An empty one inserts.
 */
typedef struct tonelint_edit {
  tonelint_span bytes;
  tonelint_span utf16; /**< The same range in UTF-16 code units, as JavaScript and Java count. */
  tonelint_string text;
} tonelint_edit;

/** A suggested edit. */
typedef struct tonelint_rewrite {
  tonelint_string text; /**< To be shown. */
  int safe;             /**< 1: may be applied blindly. */
  /** In order, without overlap. None: the rewrite can only be shown. */
  const tonelint_edit* edits;
  size_t edits_size;
} tonelint_rewrite;

/** One thing to look at. */
typedef struct tonelint_diagnostic {
  tonelint_string rule; /**< The rule's id. */
  tonelint_level level;
  tonelint_span bytes;                 /**< Empty where something is missing. */
  tonelint_span utf16;                 /**< The same in UTF-16 code units. */
  uint32_t line, column;               /**< Where it begins, from 1; columns count code points. */
  uint32_t end_line, end_column;       /**< Where it ends; the column is the first behind it. */
  tonelint_string message;             /**< For the agent. */
  tonelint_string match;               /**< The words it talks about, as the customer reads them. */
  tonelint_string why, category, link; /**< May be empty. */
  /** Of a problem in a guide or a context: the name of the text it stands in. */
  tonelint_string file;
  const tonelint_rewrite* rewrites; /**< Best first. */
  size_t rewrites_size;
} tonelint_diagnostic;

/** A compiled style guide. */
typedef struct tonelint_guide tonelint_guide;
/** What came of a draft, or what is wrong with a guide or a context. */
typedef struct tonelint_report tonelint_report;

/** The version of the library, such as "0.1.0". */
TONELINT_C_API tonelint_string tonelint_version(void);

/** The built-in guide. Costs next to nothing. */
TONELINT_C_API tonelint_status tonelint_guide_built_in(tonelint_guide** guide);

/** The YAML of one guide file. */
typedef struct tonelint_guide_text {
  tonelint_string name; /**< Shown in problems. */
  tonelint_string yaml;
} tonelint_guide_text;

/**
 * Finds the guide that `extends: wanted` names, seen from the guide `from`; called for what is not
 * the name of a built-in one. Returns 1 and sets `found`, whose bytes stay until the next call or
 * until loading is done, or returns 0 when there is none.
 */
typedef int (*tonelint_resolver)(void* user, tonelint_string wanted, tonelint_string from,
                                 tonelint_guide_text* found);

/**
 * Compiles a guide. `resolver` may be null: then it can extend built-in guides only. `problems` may
 * be null; else it becomes a report of what is wrong, be it TONELINT_OK (warnings, if any) or
 * TONELINT_INVALID (no guide). Free both.
 */
TONELINT_C_API tonelint_status tonelint_guide_load(const tonelint_guide_text* text,
                                                   tonelint_resolver resolver, void* user,
                                                   tonelint_guide** guide,
                                                   tonelint_report** problems);

TONELINT_C_API tonelint_string tonelint_guide_name(const tonelint_guide* guide);
/** 16 hexadecimal digits that differ for guides that judge differently. */
TONELINT_C_API tonelint_string tonelint_guide_hash(const tonelint_guide* guide);
TONELINT_C_API size_t tonelint_guide_rule_count(const tonelint_guide* guide);
/** Null is allowed. */
TONELINT_C_API void tonelint_guide_free(tonelint_guide* guide);

/**
 * Checks one draft. `draft` may be null when the JSON of `context` holds the reply; `context` may
 * be null. TONELINT_INVALID: the JSON has mistakes, and the report tells them in its own places.
 */
TONELINT_C_API tonelint_status tonelint_lint(const tonelint_guide* guide,
                                             const tonelint_draft* draft,
                                             const tonelint_context* context,
                                             tonelint_report** report);

/**
 * Applies rewrites to a draft until none is left to apply: the safe ones, or with `all` not 0 also
 * those that need review. The report tells what remains, in the text of `tonelint_report_fixed`.
 */
TONELINT_C_API tonelint_status tonelint_fix(const tonelint_guide* guide,
                                            const tonelint_draft* draft,
                                            const tonelint_context* context, int all,
                                            tonelint_report** report);

/** How many diagnostics there are. */
TONELINT_C_API size_t tonelint_report_count(const tonelint_report* report);
/** The diagnostic at `index`, in order of place; null behind the last. */
TONELINT_C_API const tonelint_diagnostic* tonelint_report_diagnostic(const tonelint_report* report,
                                                                     size_t index);
/** How many words the agent wrote. */
TONELINT_C_API size_t tonelint_report_words(const tonelint_report* report);
/** What the customer's message reads like: "neutral", "angry", "frustrated", "sad", "urgent" or
 * "excited". */
TONELINT_C_API tonelint_string tonelint_report_mood(const tonelint_report* report);
/** After tonelint_fix: the draft after all edits. */
TONELINT_C_API tonelint_string tonelint_report_fixed(const tonelint_report* report);
/** After tonelint_fix: how many findings are gone. */
TONELINT_C_API size_t tonelint_report_fixed_count(const tonelint_report* report);
/** Null is allowed. */
TONELINT_C_API void tonelint_report_free(tonelint_report* report);

#ifdef __cplusplus
}
#endif

#endif
