// Checks the reply on standard input, and prints what was found. The customer's name may be given.
//
//   lint_cpp "Priya Nair" < reply.txt

#include <iostream>
#include <iterator>
#include <string>
#include <tonelint/tonelint.hpp>

int main(int argc, char** argv) {
  const std::string reply{std::istreambuf_iterator<char>(std::cin), {}};
  tonelint::Context context;
  if (argc > 1) context.customer.name = argv[1];

  const tonelint::Guide guide = tonelint::Guide::built_in();
  const tonelint::Report report = tonelint::lint(guide, {.name = "reply", .bytes = reply}, context);

  for (const tonelint::Diagnostic& found : report.diagnostics) {
    std::cout << found.position.line << ':' << found.position.column << ' ' << name_of(found.level)
              << ' ' << found.rule << ": " << found.message << '\n';
    for (const tonelint::Rewrite& rewrite : found.rewrites) {
      std::cout << "  -> " << rewrite.text << '\n';
    }
  }
  return report.count(tonelint::Level::error) == 0 ? 0 : 1;
}
