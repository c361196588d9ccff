#include "widgets/command_registry.h"

#include <QWidget>
#include <stdexcept>

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

CommandRegistry::CommandRegistry(guicore::Settings& settings, const Theme& theme, QObject* parent)
    : QObject(parent), settings_(settings), theme_(theme) {
  connect(&theme, &Theme::changed, this, &CommandRegistry::retranslate);
}

void CommandRegistry::add(Command command) {
  if (actions_.contains(command.id)) throw std::logic_error("command twice: " + command.id.toStdString());
  auto* action = new QAction(this);
  action->setObjectName(u"action."_s + command.id);
  action->setAutoRepeat(false);
  connect(action, &QAction::triggered, this, [this, id = command.id] { run(id); });
  actions_.insert(command.id, action);
  commands_.push_back(std::move(command));
  const Command& added = commands_.back();
  const QKeySequence keys = keysOf(added);
  if (!keys.isEmpty()) {
    if (const QString why = conflict(added.id, keys); !why.isEmpty())
      throw std::logic_error("shortcut of " + added.id.toStdString() + ": " + why.toStdString());
    if (added.scope == Scope::kGlobal) action->setShortcut(keys);
  }
}

void CommandRegistry::attach(QWidget* window) {
  for (const Command& command : commands_)
    if (command.scope == Scope::kGlobal) window->addAction(actions_[command.id]);
  retranslate();
}

QAction* CommandRegistry::action(const QString& id) const {
  return actions_.value(id);
}

QKeySequence CommandRegistry::keysOf(const Command& command) const {
  const QKeySequence chosen(settings_.shortcut(command.id, command.keys), QKeySequence::PortableText);
  // A settings file edited by hand can hold keys that are not allowed or taken: the default stands in for them.
  return chosen.isEmpty() || (allowed(chosen, command.scope) && conflict(command.id, chosen).isEmpty())
             ? chosen
             : QKeySequence(command.keys, QKeySequence::PortableText);
}

bool CommandRegistry::run(const QString& id) {
  for (const Command& command : commands_) {
    if (command.id != id) continue;
    if (command.enabled && !command.enabled()) return false;
    command.run();
    return true;
  }
  return false;
}

bool CommandRegistry::runListKey(int key) {
  for (const Command& command : commands_)
    if (command.scope == Scope::kList && keysOf(command) == QKeySequence(key)) return run(command.id);
  return false;
}

void CommandRegistry::retranslate() {
  for (const Command& command : commands_) {
    QAction* action = actions_[command.id];
    action->setText(command.title());
    action->setIconText(command.title());
    if (!command.icon.isEmpty()) action->setIcon(theme_.icon(command.icon));
    if (command.scope == Scope::kGlobal) action->setShortcut(keysOf(command));
  }
  Q_EMIT changed();
}

void CommandRegistry::refresh() {
  for (const Command& command : commands_)
    if (command.enabled) actions_[command.id]->setEnabled(command.enabled());
}

bool CommandRegistry::allowed(const QKeySequence& keys, Scope scope) {
  for (int i = 0; i < keys.count(); ++i) {
    const auto modifiers = keys[static_cast<uint>(i)].keyboardModifiers();
    const int key = keys[static_cast<uint>(i)].key();
    if (modifiers & (Qt::AltModifier | Qt::MetaModifier | Qt::GroupSwitchModifier)) return false;
    const bool function = key >= Qt::Key_F1 && key <= Qt::Key_F35;
    const bool plain = !(modifiers & Qt::ControlModifier);
    if (scope == Scope::kGlobal && plain && !function) return false;
    if (scope == Scope::kList && !plain) return false;
  }
  return !keys.isEmpty();
}

QString CommandRegistry::conflict(const QString& id, const QKeySequence& keys) const {
  Scope scope = Scope::kGlobal;
  for (const Command& command : commands_)
    if (command.id == id) scope = command.scope;
  if (!allowed(keys, scope))
    return scope == Scope::kGlobal ? tr("Shortcuts need Ctrl and no Alt: Alt types letters on many keyboards.")
                                   : tr("In lists, shortcuts are single keys.");
  for (const Command& command : commands_) {
    if (command.id == id || command.scope != scope) continue;
    const QKeySequence theirs(settings_.shortcut(command.id, command.keys), QKeySequence::PortableText);
    if (!theirs.isEmpty() && theirs == keys)
      return tr("%1 is taken by «%2».").arg(keys.toString(QKeySequence::NativeText), command.title());
  }
  return {};
}

QString CommandRegistry::rebind(const QString& id, const QKeySequence& keys) {
  if (!actions_.contains(id)) return tr("There is no such command.");
  if (const QString why = conflict(id, keys); !why.isEmpty()) return why;
  settings_.setShortcut(id, keys.toString(QKeySequence::PortableText));
  retranslate();
  return {};
}

QString CommandRegistry::groupTitle(const QString& group) {
  if (group == u"conversation") return tr("Conversation");
  if (group == u"go") return tr("Go");
  if (group == u"view") return tr("View");
  if (group == u"list") return tr("In the list");
  return tr("Help");
}

}  // namespace hotel::guiwidgets
