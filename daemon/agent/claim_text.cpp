#include "agent/claim_text.h"

#include <algorithm>
#include <cstdint>

#include "wire/text.h"

namespace hotel::agent::claims {
namespace {

struct Symbol {
  std::uint32_t code = 0xFFFD;
  std::size_t size = 1;
};

Symbol symbol_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t { return static_cast<unsigned char>(text[i]); };
  const auto first = byte(at);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (size == 0 || first >= 0xF5 || at + size > text.size()) return {};
  std::uint32_t code = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80u) return {};
    code = (code << 6) | (byte(at + i) & 0x3Fu);
  }
  return {code, size};
}

bool invisible(std::uint32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3 ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

// What the compatibility forms of Unicode leave apart.
std::string folded(std::string_view original, const Symbol& s, std::size_t at) {
  if (invisible(s.code)) return {};
  if (s.code == 0xFFFD) return "?";
  if ((s.code >= 0x2010 && s.code <= 0x2015) || s.code == 0x2212) return "-";
  if (s.code == 0x2044 || s.code == 0x2215) return "/";
  if (s.code == 0x2019 || s.code == 0x2018) return "'";
  for (const std::uint32_t zero : {0x660u, 0x6F0u, 0x966u})
    if (s.code >= zero && s.code <= zero + 9) return std::string(1, static_cast<char>('0' + (s.code - zero)));
  auto out = wire::fold(original.substr(at, s.size));
  for (auto bar = out.find("\u2044"); bar != std::string::npos; bar = out.find("\u2044")) out.replace(bar, 3, "/");
  return out;
}

bool blank(std::string_view s) {
  return s == " " || s == "\t" || s == "\r" || s == "\n" || s == "\v" || s == "\f" || s == "\u2028" || s == "\u2029" ||
         s == "\u0085";
}
bool letter(std::string_view s) {
  return s.size() == 1 && s[0] >= 'a' && s[0] <= 'z';
}
bool digit(std::string_view s) {
  return s.size() == 1 && s[0] >= '0' && s[0] <= '9';
}
bool emphasis(std::string_view s) {
  return s == "*" || s == "_" || s == "~" || s == "`";
}

class Reader {
 public:
  explicit Reader(std::string_view original) : original_(original) {}

  Text run() {
    for (std::size_t at = 0; at < original_.size();) {
      const auto symbol = symbol_at(original_, at);
      const auto form = folded(original_, symbol, at);
      const bool capital = original_[at] >= 'A' && original_[at] <= 'Z';
      for (std::size_t i = 0; i < form.size();) {
        const auto part = symbol_at(form, i);
        add(form.substr(i, part.size), at, at + symbol.size, capital);
        i += part.size;
      }
      at += symbol.size;
    }
    end_chunk();
    return std::move(out_);
  }

 private:
  void add(std::string s, std::size_t begin, std::size_t end, bool capital) {
    if (blank(s)) {
      gap_ = true;
      if (s != " " && s != "\t") line_ = true;
      return end_chunk();
    }
    chunk_.text.empty() ? void(chunk_.begin = begin) : void();
    chunk_.text += s;
    chunk_.end = end;
    if (emphasis(s)) {
      gap_ = true;
      return;
    }
    if (line_ && !out_.pieces.empty()) push("\n", Piece::What::kSymbol, begin, begin, false);
    line_ = false;
    const auto what = letter(s) ? Piece::What::kWord : digit(s) ? Piece::What::kNumber : Piece::What::kSymbol;
    auto* last = out_.pieces.empty() ? nullptr : &out_.pieces.back();
    if (last && !gap_ && what != Piece::What::kSymbol && last->what == what) {
      last->text += s;
      last->end = end;
      last->capitals = last->capitals && capital;
    } else {
      push(std::move(s), what, begin, end, capital);
    }
    gap_ = false;
  }
  void push(std::string s, Piece::What what, std::size_t begin, std::size_t end, bool capital) {
    Piece piece;
    piece.what = what;
    piece.text = std::move(s);
    piece.begin = begin;
    piece.end = end;
    piece.glued = !gap_ && !out_.pieces.empty();
    piece.capitals = capital && what == Piece::What::kWord;
    out_.pieces.push_back(std::move(piece));
  }
  void end_chunk() {
    if (!chunk_.text.empty()) out_.chunks.push_back(std::move(chunk_));
    chunk_ = {};
  }

  std::string_view original_;
  Text out_;
  Chunk chunk_;
  bool gap_ = true, line_ = false;
};

}  // namespace

Text read(std::string_view original) {
  return Reader(original).run();
}

}  // namespace hotel::agent::claims
