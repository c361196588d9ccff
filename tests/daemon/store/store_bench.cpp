// CPU and wall time of one guest message in the store: webhook stored, then claimed and processed (conversation found,
// message, conversation saved, two events, body done). Prints one line for each engine.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <sys/resource.h>

#include "base/clock.h"
#include "base/metrics.h"
#include "store/open.h"
#include "support/postgres/postgres_server.h"

namespace {

using namespace hotel;

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

template <class F>
void measure(const std::string& what, int messages, F work) {
  const double cpu = cpu_seconds();
  const auto begun = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begun;
  fmt::print("{:<28} {:7.1f} us CPU, {:7.1f} us wall a message\n", what, 1e6 * (cpu_seconds() - cpu) / messages,
             1e6 * wall.count() / messages);
}

void process(ports::UnitOfWork& unit, const ports::InboxRow& row, int guests) {
  const std::string phone = "54911" + std::to_string(10'000'000 + row.id % guests);
  auto conversation = unit.conversations().open({phone, "", "Guest"}, {phone}, "1060", row.received_at);
  ports::InboundMessage message;
  message.shown.conversation_id = conversation.shown.id;
  message.shown.external_id = "wamid.HBgNNTQ5MTEyMzM0NDU1FQIAEhgUM0E" + std::to_string(row.id * 7919 % 1'000'003) +
                              "-" + std::to_string(row.id);
  message.shown.text = "Hola, ¿tienen una habitación doble para el fin de semana?";
  message.shown.sent_at = row.received_at;
  message.number_id = "1060";
  message.raw = {{"from", phone}, {"type", "text"}, {"text", {{"body", message.shown.text}}}};
  message.wants_answer = true;
  if (!unit.messages().insert_inbound(message)) std::abort();
  ++conversation.shown.unread;
  conversation.last_inbound_at = row.received_at;
  conversation.turn_due_at = row.received_at + 1500;
  conversation.shown.last_message =
      wire::LastMessage{message.shown.text, wire::Direction::kIn, wire::AuthorKind::kGuest, "text", row.received_at};
  unit.conversations().save(conversation, row.received_at);
}

void bench(const std::string& name, const store::StoreConfig& config, int messages, int guests) {
  store::migrate(config);
  boost::asio::io_context io;
  const base::SystemClock clock;
  base::Metrics metrics;
  const auto store = store::open_store(io, config, clock, metrics);
  const std::string body(900, 'x');
  const auto run_all = [&](int jobs, auto work) {
    std::vector<std::future<int>> futures;
    for (int i = 0; i < jobs; ++i)
      futures.push_back(boost::asio::co_spawn(io, store->write(work), boost::asio::use_future));
    io.restart();
    io.run();
    for (auto& future : futures) future.get();
  };
  const auto append = [&](ports::UnitOfWork& unit) {
    unit.inbox().append({{0, clock.now(), body}});
    return 0;
  };
  measure(name + " store a webhook", messages, [&] {
    for (int done = 0; done < messages; done += 200) run_all(200, append);
  });
  measure(name + " process", messages, [&] {
    for (int done = 0; done < messages; done += 128)
      run_all(1, [&](ports::UnitOfWork& unit) {
        std::vector<std::int64_t> ids;
        for (const auto& row : unit.inbox().claim(128)) {
          process(unit, row, guests);
          ids.push_back(row.id);
        }
        unit.inbox().done(ids);
        return 0;
      });
  });
}

}  // namespace

int main() {
  std::string pattern = (std::filesystem::temp_directory_path() / "hotel-bench-XXXXXX").string();
  if (!mkdtemp(pattern.data())) return 1;
  const int messages = 20'000, guests = 2'000;
  store::StoreConfig sqlite;
  sqlite.sqlite_file = std::filesystem::path{pattern} / "store.db";
  bench("SQLite", sqlite, messages, guests);
  std::filesystem::remove_all(pattern);
  hotel::test::PostgresServer server{true};
  store::StoreConfig postgres;
  postgres.postgres_url = server.fresh_database();
  bench("PostgreSQL (client side)", postgres, messages, guests);
  return 0;
}
