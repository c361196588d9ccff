#include "base/env_file.h"

#include <gtest/gtest.h>

using hotel::base::parse_env;

TEST(EnvFile, ReadsValuesQuotesAndComments) {
  const auto read = parse_env(
      "# hotel\n; also a comment\nA=1\n export B = two words \nC=\"with # and "
      "\\\"quotes\\\"\"\nD='it''\nE=\n\nF=a=b\r\n");
  EXPECT_EQ(read.values.at("A"), "1");
  EXPECT_EQ(read.values.at("B"), "two words");
  EXPECT_EQ(read.values.at("C"), "with # and \"quotes\"");
  EXPECT_EQ(read.values.at("E"), "");
  EXPECT_EQ(read.values.at("F"), "a=b");
  ASSERT_EQ(read.faults.size(), 1u);
  EXPECT_NE(read.faults[0].find("line 6"), std::string::npos);
}

TEST(EnvFile, NamesTheLineOfAFault) {
  const auto read = parse_env("GOOD=1\nno equals sign\n1BAD=2\nQ=\"open\n");
  EXPECT_EQ(read.values.size(), 1u);
  ASSERT_EQ(read.faults.size(), 3u);
  EXPECT_EQ(read.faults[0], "line 2: right would be NAME=value");
  EXPECT_NE(read.faults[2].find("Q has an opening quote"), std::string::npos);
}
