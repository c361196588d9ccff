// What the classifier sees of a message: words and word pairs in their spelling-insensitive form, letters inside words
// (unseen inflections and misspellings share them), the kinds of facts that were read, and the cues that were found.
// Everything is hashed into kBuckets numbers, so no dictionary has to be kept. Pure; the trainer and the running
// program use this very function.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "nlu/cues.h"
#include "nlu/normalise.h"

namespace hotel::nlu {

inline constexpr std::uint32_t kBuckets = 1U << 16U;

struct Feature {
  std::uint32_t bucket = 0;
  float value = 0;
};

// One entry a bucket, rising.
std::vector<Feature> features_of(const std::vector<Token>& tokens, const CueReading& cues, std::string_view text);

}  // namespace hotel::nlu
