#include "document/tokenize.hpp"
namespace tonelint {
void tokenize(std::string_view, std::vector<Token>&) {}
}
