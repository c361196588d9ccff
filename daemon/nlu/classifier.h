// The linear classifier of intents: one logistic regression per intent over hashed features, trained at build time
// (training/train_intents.cpp) from resources/nlu/training, calibrated, and compiled in as one byte a weight.
// Immutable; any thread. A model that does not fit this program is a bug of the build: std::logic_error at first use.
//
// File, little endian: "HTLNLU1\n", u32 buckets, u32 classes; per class: u32 length and name, f32 scale, f32 bias,
// f32 slope and f32 offset of the calibration; then buckets × classes signed bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "nlu/features.h"

namespace hotel::nlu {

struct ClassModel {
  std::string intent;
  float scale = 0, bias = 0;         // decision = bias + scale · Σ weight · value
  float slope = 1, offset = 0;       // probability = 1 / (1 + exp(-(slope · decision + offset)))
  std::vector<std::int8_t> weights;  // only while a model is written
};

class Classifier {
 public:
  explicit Classifier(std::string_view file);  // the bytes must outlive it
  // In the order of intents(); each between 0 and 1, for itself: several may be likely.
  std::vector<double> probabilities(const std::vector<Feature>& features) const;
  const std::vector<ClassModel>& classes() const { return classes_; }

 private:
  std::vector<ClassModel> classes_;
  std::string_view weights_;
};

std::string model_file(const std::vector<ClassModel>& classes);
const Classifier& intent_classifier();  // the compiled-in one

}  // namespace hotel::nlu
