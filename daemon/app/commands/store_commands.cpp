#include <fmt/format.h>
#include <iostream>

#include "app/commands/with_store.h"

namespace hotel::app {

int migrate_command(const EnvFile& env_file, bool dry_run) {
  const Settings settings = read_settings(load_environment(env_file), Needs::kStore);
  const auto config = store_config(settings);
  if (!dry_run) std::filesystem::create_directories(settings.data_dir);
  const auto plan = dry_run ? store::pending_migrations(config) : store::migrate(config);
  for (const auto& step : plan.steps)
    std::cout << fmt::format("{} {:3} {}\n", dry_run ? "would apply" : "applied", step.version, step.name);
  if (plan.steps.empty()) std::cout << fmt::format("the schema is up to date at version {}\n", plan.target);
  return 0;
}

int dead_letters_list_command(const EnvFile& env_file) {
  const auto letters = with_store(
      env_file, [](ports::UnitOfWork& unit, wire::Millis) { return unit.inbox().dead_letters(false, 10'000); });
  for (const auto& letter : letters)
    std::cout << fmt::format("{:6} {} {:8} {:10} {}\n", letter.id, wire::to_rfc3339(letter.at), letter.state,
                             letter.source, letter.why);
  return 0;
}

int dead_letters_show_command(const EnvFile& env_file, std::int64_t id) {
  const auto letter =
      with_store(env_file, [id](ports::UnitOfWork& unit, wire::Millis) { return unit.inbox().dead_letter(id); });
  if (!letter) {
    std::cerr << fmt::format("there is no dead letter {}\n", id);
    return 1;
  }
  std::cout << letter->body << '\n';
  return 0;
}

// The body goes through the inbox again, as if it had just arrived; elements that were stored already are known by
// their keys.
int dead_letters_retry_command(const EnvFile& env_file, std::int64_t id) {
  const bool done = with_store(env_file, [id](ports::UnitOfWork& unit, wire::Millis now) {
    const auto letter = unit.inbox().dead_letter(id);
    if (!letter || letter->state != "waiting") return false;
    unit.inbox().append({{0, now, letter->body}});
    return unit.inbox().set_dead_letter_state(id, "retried");
  });
  if (!done) std::cerr << fmt::format("there is no waiting dead letter {}\n", id);
  return done ? 0 : 1;
}

int dead_letters_drop_command(const EnvFile& env_file, std::int64_t id) {
  const bool done = with_store(env_file, [id](ports::UnitOfWork& unit, wire::Millis now) {
    if (!unit.inbox().set_dead_letter_state(id, "dropped")) return false;
    unit.operators().audit(now, "command line", "dead_letter.drop", std::to_string(id), "");
    return true;
  });
  if (!done) std::cerr << fmt::format("there is no dead letter {}\n", id);
  return done ? 0 : 1;
}

int audit_command(const EnvFile& env_file, bool verify) {
  if (verify) {
    const auto wrong = with_store(
        env_file, [](ports::UnitOfWork& unit, wire::Millis) { return unit.operators().first_wrong_audit_row(); });
    if (wrong) {
      std::cerr << fmt::format("the audit chain breaks at row {}\n", *wrong);
      return 1;
    }
    std::cout << "the audit chain holds\n";
    return 0;
  }
  const auto page =
      with_store(env_file, [](ports::UnitOfWork& unit, wire::Millis) { return unit.operators().audit_log("", 200); });
  for (const auto& entry : page.items)
    std::cout << fmt::format("{:6} {} {:16} {:20} {} {}\n", entry.seq, wire::to_rfc3339(entry.at), entry.actor,
                             entry.action, entry.object, entry.detail);
  return 0;
}

int run_command(const std::function<int()>& command) {
  try {
    return command();
  } catch (const base::ConfigError& e) {
    std::cerr << "wrong configuration:\n";
    for (const auto& fault : e.faults()) std::cerr << "  " << fault << '\n';
    return 78;
  } catch (const base::StoreUnavailable& e) {
    std::cerr << "the database is away: " << e.what() << '\n';
    return 75;
  } catch (const std::exception& e) {
    std::cerr << "failed: " << e.what() << '\n';
    return 1;
  }
}

}  // namespace hotel::app
