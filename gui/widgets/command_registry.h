// Every command of the console, once: menus, shortcuts, palette and help are made from here. Global shortcuts use
// Ctrl(+Shift) or function keys, never Alt or AltGr, which type letters on many keyboards; plain letters belong to
// lists and work only while a list has the focus. A key that is taken already is refused and told. GUI thread.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

#include "core/settings.h"
#include "widgets/theme.h"

namespace hotel::guiwidgets {

class CommandRegistry : public QObject {
  Q_OBJECT
 public:
  enum class Scope { kGlobal, kList };
  struct Command {
    QString id;     // "conversation.take_over"
    QString group;  // "conversation", "go", "view", "help"
    QString icon;   // may be empty
    QString keys;   // default, portable text; may be empty
    Scope scope = Scope::kGlobal;
    std::function<QString()> title;  // translated now
    std::function<void()> run;
    std::function<bool()> enabled;  // empty: always
  };

  CommandRegistry(guicore::Settings& settings, const Theme& theme, QObject* parent = nullptr);

  void add(Command command);
  void attach(QWidget* window);  // the actions' shortcuts work there
  QAction* action(const QString& id) const;
  const std::vector<Command>& all() const { return commands_; }
  QKeySequence keysOf(const Command& command) const;
  bool run(const QString& id);
  bool runListKey(int key);  // J, K, A …; false: no such command
  void retranslate();
  void refresh();  // enabled or not

  // Why these keys may not be given to this command; empty: they may.
  QString conflict(const QString& id, const QKeySequence& keys) const;
  static bool allowed(const QKeySequence& keys, Scope scope);
  QString rebind(const QString& id, const QKeySequence& keys);  // empty: done, else why not
  static QString groupTitle(const QString& group);

 Q_SIGNALS:
  void changed();

 private:
  guicore::Settings& settings_;
  const Theme& theme_;
  std::vector<Command> commands_;
  QHash<QString, QAction*> actions_;
};

}  // namespace hotel::guiwidgets
