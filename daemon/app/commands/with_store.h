// Runs one transaction of a command on the configured store and gives its value back. The schema is brought up first,
// so that `user add` works before the first `serve`.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <future>
#include <type_traits>
#include <utility>

#include "app/adapters.h"
#include "app/commands/commands.h"

namespace hotel::app {

template <class F>
auto with_store(const EnvFile& env_file, F work) -> std::invoke_result_t<F&, ports::UnitOfWork&, wire::Millis> {
  using R = std::invoke_result_t<F&, ports::UnitOfWork&, wire::Millis>;
  const Settings settings = read_settings(load_environment(env_file), Needs::kStore);
  base::log::configure(base::log::Level::kWarning, settings.log_format);
  std::filesystem::create_directories(settings.data_dir);
  const auto config = store_config(settings);
  if (settings.auto_migrate) store::migrate(config);
  boost::asio::io_context io{1};
  const base::SystemClock clock{settings.test_clock_offset};
  base::Metrics metrics;
  const auto store = store::open_store(io, config, clock, metrics);
  const wire::Millis now = clock.now();
  auto job = [&work, now](ports::UnitOfWork& unit) { return work(unit, now); };
  auto result = boost::asio::co_spawn(io, store->write(std::move(job)), boost::asio::use_future);
  io.run();
  store->stop();
  if constexpr (std::is_void_v<R>)
    result.get();
  else
    return result.get();
}

}  // namespace hotel::app
