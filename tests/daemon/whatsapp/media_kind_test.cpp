#include "whatsapp/media_kind.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace hotel::whatsapp {
namespace {

using std::string_literals::operator""s;

TEST(MediaKind, KnowsWhatWhatsAppCarries) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"\xff\xd8\xff\xe0\x00\x10JFIF"s, "image/jpeg"},
      {"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "image/png"},
      {"GIF89a\1\0\1\0"s, "image/gif"},
      {"RIFF\x24\0\0\0WEBPVP8 "s, "image/webp"},
      {"RIFF\x24\0\0\0WAVEfmt "s, "audio/wav"},
      {"XXXX\x24\0\0\0WEBPVP8 "s, "application/octet-stream"},
      {"OggS\0\2\0\0\0\0\0\0\0\0OpusHead"s, "audio/ogg"},
      {"ID3\3\0\0\0\0\0"s, "audio/mpeg"},
      {"\xff\xfb\x90\x64\0\0"s, "audio/mpeg"},
      {"\xff\xf1\x50\x80\0\0"s, "audio/aac"},
      {"#!AMR\n\x3c"s, "audio/amr"},
      {"\0\0\0\x20"s
       "ftypisom\0\0\2\0isomiso2"s,
       "video/mp4"},
      {"\0\0\0\x20"s
       "ftypmp42\0\0\0\0"s,
       "video/mp4"},
      {"\0\0\0\x20"s
       "ftypM4A \0\0\0\0"s,
       "audio/mp4"},
      {"\0\0\0\x20"s
       "ftyp3gp5\0\0\0\0"s,
       "video/3gpp"},
      {"%PDF-1.7\n%\xe2\xe3"s, "application/pdf"},
      {"PK\3\4\x14\0\6\0word/document.xml"s, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {"PK\3\4\x14\0\6\0xl/workbook.xml"s, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {"PK\3\4\x14\0\6\0a.txt"s, "application/zip"},
      {"Hola, ¿qué tal?\nLínea dos\n"s, "text/plain"},
      {"MZ\x90\0\3\0\0\0"s, "application/octet-stream"},
      {"\x7f"
       "ELF\2\1\1\0"s,
       "application/octet-stream"},
      {""s, "application/octet-stream"},
  };
  for (const auto& [bytes, mime] : cases) EXPECT_EQ(kind_of(bytes).mime_type, mime) << testing::PrintToString(bytes);
}

TEST(MediaKind, PagesAndScriptsAreTextNotPages) {
  EXPECT_EQ(kind_of("<html><script>alert(1)</script></html>").mime_type, "text/plain");
  EXPECT_EQ(kind_of("<html>").extension, ".txt");
}

TEST(MediaKind, ACutCharacterAtTheEndOfTheExcerptIsStillText) {
  EXPECT_EQ(kind_of(std::string(kSniffedBytes - 1, 'a') + "ñ").mime_type, "text/plain");
  EXPECT_EQ(kind_of(std::string(100, 'a') + "\xc3").mime_type, "application/octet-stream");
}

}  // namespace
}  // namespace hotel::whatsapp
