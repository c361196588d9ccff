#include "nlu/classifier.h"

#include <cmath>
#include <cstring>
#include <stdexcept>

namespace hotel::nlu {
namespace {

constexpr std::string_view kMagic = "HTLNLU1\n";

template <class T>
void put(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}
  std::string_view take(std::size_t n) {
    if (rest_.size() < n) throw std::logic_error("the model of intents is cut off");
    const auto out = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return out;
  }
  template <class T>
  T number() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

}  // namespace

Classifier::Classifier(std::string_view file) {
  Cursor in(file);
  if (in.take(kMagic.size()) != kMagic) throw std::logic_error("no model of intents");
  const auto buckets = in.number<std::uint32_t>(), count = in.number<std::uint32_t>();
  if (buckets != kBuckets) throw std::logic_error("the model of intents has another size");
  for (std::uint32_t i = 0; i < count; ++i) {
    ClassModel c;
    const auto length = in.number<std::uint32_t>();
    c.intent = std::string(in.take(length));
    c.scale = in.number<float>();
    c.bias = in.number<float>();
    c.slope = in.number<float>();
    c.offset = in.number<float>();
    classes_.push_back(std::move(c));
  }
  weights_ = in.take(std::size_t{kBuckets} * classes_.size());
}

std::vector<double> Classifier::probabilities(const std::vector<Feature>& features) const {
  const auto n = classes_.size();
  std::vector<double> sums(n, 0.0);
  for (const auto& f : features) {
    const char* row = weights_.data() + std::size_t{f.bucket} * n;
    for (std::size_t i = 0; i < n; ++i) sums[i] += static_cast<double>(static_cast<signed char>(row[i])) * f.value;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const auto& c = classes_[i];
    const double decision = c.bias + c.scale * sums[i];
    sums[i] = 1.0 / (1.0 + std::exp(-(c.slope * decision + c.offset)));
  }
  return sums;
}

std::string model_file(const std::vector<ClassModel>& classes) {
  std::string out(kMagic);
  put<std::uint32_t>(out, kBuckets);
  put<std::uint32_t>(out, static_cast<std::uint32_t>(classes.size()));
  for (const auto& c : classes) {
    put<std::uint32_t>(out, static_cast<std::uint32_t>(c.intent.size()));
    out += c.intent;
    put(out, c.scale), put(out, c.bias), put(out, c.slope), put(out, c.offset);
  }
  for (std::uint32_t bucket = 0; bucket < kBuckets; ++bucket)
    for (const auto& c : classes) out.push_back(static_cast<char>(c.weights[bucket]));
  return out;
}

}  // namespace hotel::nlu
