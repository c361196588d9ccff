// hotel-agentd: subcommands and exit codes; nothing else.
#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "app/commands/commands.h"
#include "app/version.h"

namespace {

using hotel::app::EnvFile;

struct Arguments {
  std::string env_file, name, roles, file;
  bool flag = false;
  int days = 90;
  std::int64_t id = 0;
  EnvFile env() const { return env_file.empty() ? EnvFile{} : EnvFile{env_file}; }
};

}  // namespace

int main(int argc, char** argv) {
  namespace app = hotel::app;
  Arguments a;
  std::function<int()> command;
  CLI::App cli{"Hotel Agent: answers a hotel's guests on WhatsApp from what its PMS says", "hotel-agentd"};
  cli.set_version_flag("--version", app::kVersion);
  cli.require_subcommand(1);

  const auto add = [&](CLI::App& parent, const char* name, const char* about, std::function<int()> run) -> CLI::App* {
    CLI::App* sub = parent.add_subcommand(name, about);
    sub->add_option("--env-file", a.env_file, "settings, one NAME=value a line; the environment wins");
    sub->callback([&command, run = std::move(run)] { command = run; });
    return sub;
  };
  const auto group = [&](const char* name, const char* about) -> CLI::App& {
    CLI::App* sub = cli.add_subcommand(name, about);
    sub->require_subcommand(1);
    return *sub;
  };

  auto* serve = add(cli, "serve", "runs the daemon", [&] { return app::serve_command(a.env(), a.flag); });
  serve->add_flag("--demo", a.flag,
                  "everything on SQLite with the simulated hotel and the WhatsApp sandbox; prints a one-time password");
  auto* check = add(cli, "check", "looks at everything the daemon needs; exit 1 if anything fails",
                    [&] { return app::check_command(a.env(), a.flag); });
  check->add_flag("--json", a.flag, "for scripts");
  auto* migrate =
      add(cli, "migrate", "brings the schema up to date", [&] { return app::migrate_command(a.env(), a.flag); });
  migrate->add_flag("--dry-run", a.flag, "only shows what would be done");
  auto* nlu = add(cli, "nlu", "reads rows on standard input, writes what it understands, one JSON object a line",
                  [&] { return a.flag ? app::nlu_dialogues_command(a.file) : app::nlu_command(); });
  auto* dialogues =
      nlu->add_flag("--dialogues", a.flag, "rows are dialogues, played with the agent in the hotel of --world");
  auto* world =
      nlu->add_option("--world", a.file, "the hotel that the dialogues talk about (JSON)")->check(CLI::ExistingFile);
  dialogues->needs(world);
  world->needs(dialogues);

  auto& user = group("user", "people who sign in");
  auto* user_add = add(user, "add", "adds a user; the password is read from standard input",
                       [&] { return app::user_add_command(a.env(), a.name, a.roles); });
  user_add->add_option("NAME", a.name)->required();
  user_add->add_option("--roles", a.roles, "frontdesk, release, admin …, separated by commas")->required();
  add(user, "password", "sets a new password, read from standard input",
      [&] { return app::user_password_command(a.env(), a.name); })
      ->add_option("NAME", a.name)
      ->required();
  add(user, "disable", "ends the sessions of a user and admits no new ones",
      [&] { return app::user_disable_command(a.env(), a.name); })
      ->add_option("NAME", a.name)
      ->required();
  add(user, "list", "users and their roles", [&] { return app::user_list_command(a.env()); });

  auto& token = group("token", "tokens for scripts");
  auto* create = add(token, "create", "makes a token; it is printed once",
                     [&] { return app::token_create_command(a.env(), a.name, a.roles, a.days); });
  create->add_option("NAME", a.name)->required();
  create->add_option("--roles", a.roles, "frontdesk, release, admin …, separated by commas")->required();
  create->add_option("--days", a.days, "how long it is valid")->check(CLI::Range(1, 3650));
  add(token, "revoke", "ends a token", [&] { return app::token_revoke_command(a.env(), a.name); })
      ->add_option("NAME", a.name)
      ->required();

  auto& letters = group("dead-letters", "what could not be processed");
  add(letters, "list", "one a line", [&] { return app::dead_letters_list_command(a.env()); });
  add(letters, "show", "the whole input", [&] { return app::dead_letters_show_command(a.env(), a.id); })
      ->add_option("ID", a.id)
      ->required();
  add(letters, "retry", "processes it once more", [&] { return app::dead_letters_retry_command(a.env(), a.id); })
      ->add_option("ID", a.id)
      ->required();
  add(letters, "drop", "gives it up", [&] { return app::dead_letters_drop_command(a.env(), a.id); })
      ->add_option("ID", a.id)
      ->required();

  auto* audit = add(cli, "audit", "what people did, newest first", [&] { return app::audit_command(a.env(), a.flag); });
  audit->add_flag("--verify", a.flag, "checks the hash chain; exit 1 names the first wrong row");

  try {
    cli.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return cli.exit(e) == 0 ? 0 : 2;
  }
  return app::run_command(command);
}
