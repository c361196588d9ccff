// The command line, one function per subcommand. Each returns the exit code: 0 done, 1 failed, 75 a dependency is away,
// 78 wrong configuration. Usage (2) is the parser's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace hotel::app {

using EnvFile = std::optional<std::filesystem::path>;

int serve_command(const EnvFile& env_file, bool demo);
int check_command(const EnvFile& env_file, bool as_json);
int migrate_command(const EnvFile& env_file, bool dry_run);
int nlu_command();
int nlu_dialogues_command(const std::filesystem::path& world);

int user_add_command(const EnvFile& env_file, const std::string& name, const std::string& roles);
int user_password_command(const EnvFile& env_file, const std::string& name);
int user_disable_command(const EnvFile& env_file, const std::string& name);
int user_list_command(const EnvFile& env_file);
int token_create_command(const EnvFile& env_file, const std::string& name, const std::string& roles, int days);
int token_revoke_command(const EnvFile& env_file, const std::string& name);

int dead_letters_list_command(const EnvFile& env_file);
int dead_letters_show_command(const EnvFile& env_file, std::int64_t id);
int dead_letters_retry_command(const EnvFile& env_file, std::int64_t id);
int dead_letters_drop_command(const EnvFile& env_file, std::int64_t id);

int audit_command(const EnvFile& env_file, bool verify);

// Runs a command and turns what it throws into an exit code and a sentence on standard error.
int run_command(const std::function<int()>& command);

}  // namespace hotel::app
