// Trains the classifier of intents at build time: train_intents OUT LINES…
// A file of lines has sections «[intent]» or «[intent intent]» and one message a line. Every line is learned as it is
// and with chat noise. One logistic regression an intent (liblinear); the calibration is fitted on every fourth line,
// which a model of its own did not see. Deterministic. Prints how often the first intent of these lines was right.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>
#include <iostream>
#include <linear.h>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "nlu/classifier.h"
#include "nlu/training/noise.h"

namespace {

using hotel::nlu::ClassModel;
using hotel::nlu::kBuckets;

constexpr int kNoisy = 2;           // noisy copies of a line
constexpr std::size_t kUnseen = 4;  // every so many lines one is kept for the calibration
constexpr double kCost = 8.0;
constexpr double kNoisyWeightFloor = 1.0;

struct Line {
  std::set<std::string> intents;
  std::vector<std::vector<feature_node>> versions;  // as it is, then noisy
};

std::vector<feature_node> nodes_of(const std::string& text) {
  const auto tokens = hotel::nlu::tokenise(text);
  const auto features = hotel::nlu::features_of(tokens, hotel::nlu::read_cues(tokens, text), text);
  std::vector<feature_node> out;
  for (const auto& f : features) out.push_back({static_cast<int>(f.bucket) + 1, f.value});
  out.push_back({static_cast<int>(kBuckets) + 1, 1.0});  // bias
  out.push_back({-1, 0.0});
  return out;
}

std::vector<Line> read_lines(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + " cannot be read");
  std::vector<Line> out;
  std::set<std::string> intents;
  int number = 0;
  for (std::string text; std::getline(in, text);) {
    ++number;
    if (text.empty() || text.front() == '#') continue;
    if (text.front() == '[' && text.back() == ']') {
      std::istringstream names(text.substr(1, text.size() - 2));
      intents.clear();
      for (std::string name; names >> name;) intents.insert(name);
      continue;
    }
    if (intents.empty()) throw std::runtime_error(path + ":" + std::to_string(number) + ": a line without an intent");
    Line line{intents, {nodes_of(text)}};
    for (std::uint32_t n = 0; n < kNoisy; ++n) line.versions.push_back(nodes_of(hotel::nlu::with_noise(text, n)));
    out.push_back(std::move(line));
  }
  return out;
}

bool is_unseen(std::size_t line) {
  return line % kUnseen == 0;
}

// The weights of one intent against the rest, found from `start` on (empty: from nothing).
std::vector<double> weights_of(std::vector<Line>& lines, const std::string& intent, bool all,
                               std::vector<double> start) {
  std::vector<double> y;
  std::vector<feature_node*> x;
  double positive = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!all && is_unseen(i)) continue;
    const bool is = lines[i].intents.contains(intent);
    for (auto& version : lines[i].versions) {
      y.push_back(is ? 1 : -1);
      x.push_back(version.data());
      positive += is ? 1 : 0;
    }
  }
  problem p{};
  p.l = static_cast<int>(y.size());
  p.n = static_cast<int>(kBuckets) + 1;
  p.y = y.data();
  p.x = x.data();
  p.bias = 1;
  parameter how{};
  how.solver_type = L2R_LR;  // without chance: the dual solver draws from a generator that threads share
  how.eps = 0.01;
  how.C = kCost;
  int labels[1] = {1};
  double weights[1] = {
      std::max(kNoisyWeightFloor, std::sqrt((static_cast<double>(p.l) - positive) / std::max(1.0, positive)) / 2)};
  how.nr_weight = 1;
  how.weight_label = labels;
  how.weight = weights;
  if (!start.empty()) how.init_sol = start.data();
  model* m = train(&p, &how);
  std::vector<double> out(m->w, m->w + p.n);
  if (m->label[0] != 1)
    for (auto& w : out) w = -w;
  free_and_destroy_model(&m);
  return out;
}

double decision(const std::vector<double>& weights, const std::vector<feature_node>& nodes) {
  double sum = 0;
  for (const auto& n : nodes)
    if (n.index > 0) sum += weights[static_cast<std::size_t>(n.index) - 1] * n.value;
  return sum;
}

// Platt's sigmoid by Newton steps on the regularised log-likelihood (Lin, Lin, Weng 2007, without its line search: the
// problem has two parameters and a ridge).
std::pair<double, double> sigmoid(const std::vector<double>& decisions, const std::vector<bool>& is) {
  double slope = 1, offset = 0;
  for (int step = 0; step < 100; ++step) {
    double ga = 0, gb = 0, haa = 1e-3, hab = 0, hbb = 1e-3;
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const double p = 1 / (1 + std::exp(-(slope * decisions[i] + offset)));
      const double d = p - (is[i] ? 1 : 0), h = std::max(1e-9, p * (1 - p));
      ga += d * decisions[i], gb += d;
      haa += h * decisions[i] * decisions[i], hab += h * decisions[i], hbb += h;
    }
    const double det = haa * hbb - hab * hab;
    const double da = (hbb * ga - hab * gb) / det, db = (haa * gb - hab * ga) / det;
    slope -= std::clamp(da, -1.0, 1.0), offset -= std::clamp(db, -1.0, 1.0);
    if (std::fabs(da) + std::fabs(db) < 1e-6) break;
  }
  return {slope, offset};
}

struct Trained {
  ClassModel model;
  std::vector<double> unseen;  // decisions of the unseen lines as they are
};

Trained train_class(std::vector<Line>& lines, const std::string& intent) {
  Trained out;
  auto weights = weights_of(lines, intent, false, {});
  std::vector<bool> is;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_unseen(i)) continue;
    out.unseen.push_back(decision(weights, lines[i].versions[0]));
    is.push_back(lines[i].intents.contains(intent));
  }
  const auto [slope, offset] = sigmoid(out.unseen, is);
  weights = weights_of(lines, intent, true, std::move(weights));
  double largest = 1e-9;
  for (std::size_t b = 0; b < kBuckets; ++b) largest = std::max(largest, std::fabs(weights[b]));
  auto& m = out.model;
  m.intent = intent;
  m.scale = static_cast<float>(largest / 127);
  m.bias = static_cast<float>(weights[kBuckets]);
  m.slope = static_cast<float>(slope);
  m.offset = static_cast<float>(offset);
  for (std::size_t b = 0; b < kBuckets; ++b)
    m.weights.push_back(static_cast<std::int8_t>(std::lround(weights[b] / largest * 127)));
  for (auto& d : out.unseen) d = slope * d + offset;
  return out;
}

void quiet(const char*) {}

int run(int argc, char** argv) {
  set_print_string_function(&quiet);
  std::vector<Line> lines;
  for (int i = 2; i < argc; ++i)
    for (auto& line : read_lines(argv[i])) lines.push_back(std::move(line));
  std::set<std::string> names;
  for (const auto& line : lines) names.insert(line.intents.begin(), line.intents.end());
  const std::vector<std::string> intents(names.begin(), names.end());
  std::vector<Trained> trained(intents.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto i = next++; i < intents.size(); i = next++) trained[i] = train_class(lines, intents[i]);
  };
  {
    std::vector<std::jthread> threads;
    for (unsigned n = 0; n < std::max(1U, std::thread::hardware_concurrency()); ++n) threads.emplace_back(work);
  }
  std::size_t right = 0, unseen = 0;
  for (std::size_t l = 0; l < lines.size(); ++l) {
    if (!is_unseen(l)) continue;
    std::size_t best = 0;
    for (std::size_t i = 1; i < intents.size(); ++i)
      if (trained[i].unseen[unseen] > trained[best].unseen[unseen]) best = i;
    right += lines[l].intents.contains(intents[best]) ? 1 : 0;
    ++unseen;
  }
  std::vector<ClassModel> models;
  for (auto& t : trained) models.push_back(std::move(t.model));
  std::ofstream out(argv[1], std::ios::binary);
  out << hotel::nlu::model_file(models);
  out.close();
  if (!out) throw std::runtime_error(std::string(argv[1]) + " cannot be written");
  std::cout << "intents: " << lines.size() << " lines, first intent right on unseen lines "
            << static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(unseen, 1)) << "\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: train_intents OUT LINES…\n";
    return 2;
  }
  try {
    return run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "train_intents: " << e.what() << "\n";
    return 1;
  }
}
