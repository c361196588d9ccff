#include "widgets/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/text.h"
#include "widgets/format.h"
#include "wire/text.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;
namespace {

constexpr int kCommand = Qt::UserRole, kConversation = Qt::UserRole + 1;
constexpr int kMostConversations = 20;

bool hasAll(const std::string& folded, const QStringList& words) {
  return std::all_of(words.cbegin(), words.cend(), [&](const QString& word) {
    return folded.find(wire::fold(guicore::toStd(word))) != std::string::npos;
  });
}

}  // namespace

CommandPalette::CommandPalette(CommandRegistry& commands, guimodels::Workspace& workspace, const Theme& theme,
                               QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint), commands_(commands), workspace_(workspace), theme_(theme) {
  setObjectName(u"commandPalette"_s);
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("Commands"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(8);
  input_ = new QLineEdit(this);
  input_->setObjectName(u"paletteInput"_s);
  input_->setAccessibleName(tr("Find a command or a guest"));
  input_->setPlaceholderText(tr("Find a command or a guest…"));
  input_->addAction(theme.icon(u"search"_s, Ink::kTextMuted), QLineEdit::LeadingPosition);
  input_->setMinimumHeight(40);
  input_->installEventFilter(this);
  list_ = new QListWidget(this);
  list_->setObjectName(u"paletteList"_s);
  list_->setAccessibleName(tr("Commands and guests"));
  list_->setFocusPolicy(Qt::NoFocus);
  layout->addWidget(input_);
  layout->addWidget(list_);
  resize(560, 420);
  connect(input_, &QLineEdit::textChanged, this, &CommandPalette::find);
  connect(list_, &QListWidget::itemClicked, this, &CommandPalette::choose);
  find({});
  input_->setFocus();
}

void CommandPalette::find(const QString& text) {
  const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
  list_->clear();
  for (const auto& command : commands_.all()) {
    if (command.scope != CommandRegistry::Scope::kGlobal || command.id == u"go.palette" ||
        (command.enabled && !command.enabled()))
      continue;
    if (!hasAll(wire::fold(guicore::toStd(command.title())), words)) continue;
    const QString keys = commands_.keysOf(command).toString(QKeySequence::NativeText);
    auto* item = new QListWidgetItem(command.title() + (keys.isEmpty() ? QString() : u"    "_s + keys), list_);
    item->setIcon(theme_.icon(command.icon.isEmpty() ? u"command"_s : command.icon, Ink::kTextMuted));
    item->setData(kCommand, command.id);
  }
  auto& model = workspace_.conversations();
  for (int row = 0, shown = 0; !words.isEmpty() && row < model.rowCount() && shown < kMostConversations; ++row) {
    const auto& c = model.at(row);
    if (!hasAll(wire::fold(c.guest.name + ' ' + c.guest.phone), words)) continue;
    auto* item = new QListWidgetItem(theme_.icon(u"person"_s, Ink::kAccent), Format::guestName(c.guest), list_);
    item->setData(kConversation, guicore::toQt(c.id));
    ++shown;
  }
  list_->setCurrentRow(0);
}

void CommandPalette::choose() {
  const QListWidgetItem* item = list_->currentItem();
  if (!item) return;
  const QString command = item->data(kCommand).toString(), conversation = item->data(kConversation).toString();
  auto& commands = commands_;
  if (!conversation.isEmpty()) Q_EMIT conversationChosen(conversation);
  close();
  if (!command.isEmpty()) commands.run(command);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  const int rows = list_->count();
  if (key == Qt::Key_Down && rows > 0)
    list_->setCurrentRow((list_->currentRow() + 1) % rows);
  else if (key == Qt::Key_Up && rows > 0)
    list_->setCurrentRow((list_->currentRow() + rows - 1) % rows);
  else if (key == Qt::Key_Return || key == Qt::Key_Enter)
    choose();
  else
    return QDialog::eventFilter(watched, event);
  return true;
}

}  // namespace hotel::guiwidgets
