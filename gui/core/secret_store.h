// The session token: in memory, and in a file that only its owner can read when the person ticked «stay signed in». GUI
// thread.
#pragma once

#include <QString>
#include <optional>

class QUrl;

namespace hotel::guicore {

class SecretStore {
 public:
  explicit SecretStore(QString file) : file_(std::move(file)) {}

  struct Kept {
    QString server;
    QString user;
    QString token;
  };
  std::optional<Kept> load() const;  // nothing when the file is missing, unreadable, or readable by others
  bool keep(const Kept& secret);     // «stay signed in»: written with mode 0600; false: not written
  bool forget();                     // the file is removed; false: it is still there
 private:
  QString file_;
};

}  // namespace hotel::guicore
