#include "widgets/dialogs/shortcuts_dialog.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "widgets/controls.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

ShortcutsDialog::ShortcutsDialog(CommandRegistry& commands, QWidget* parent)
    : DialogBase(u"shortcutsDialog"_s, parent), commands_(commands) {
  setHeading(tr("Keyboard shortcuts"));
  tree_ = new QTreeWidget(this);
  tree_->setObjectName(u"shortcutsTree"_s);
  tree_->setAccessibleName(tr("Keyboard shortcuts"));
  tree_->setHeaderLabels({tr("Command"), tr("Keys")});
  tree_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  tree_->header()->setStretchLastSection(false);
  tree_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  tree_->setRootIsDecorated(false);
  content()->addWidget(tree_, 1);
  auto* row = new QHBoxLayout;
  keys_ = new QKeySequenceEdit(this);
  keys_->setObjectName(u"shortcutKeys"_s);
  keys_->setAccessibleName(tr("New keys"));
  if (auto* edit = keys_->findChild<QLineEdit*>()) edit->setAccessibleName(tr("New keys"));
  change_ = makeButton(u""_s, u"shortcutChange"_s, this);
  nameButton(change_, tr("Change keys"));
  row->addWidget(keys_, 1);
  row->addWidget(change_);
  content()->addLayout(row);
  problem_ = makeLabel(this, nullptr, "danger");
  problem_->setObjectName(u"shortcutProblem"_s);
  content()->addWidget(problem_);
  problem_->hide();
  connect(tree_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
    const bool command = item && !item->data(0, Qt::UserRole).toString().isEmpty();
    keys_->setEnabled(command);
    change_->setEnabled(command);
    keys_->setKeySequence(command ? QKeySequence(item->text(1), QKeySequence::NativeText) : QKeySequence());
  });
  connect(change_, &QPushButton::clicked, this, [this] {
    const auto* item = tree_->currentItem();
    if (!item) return;
    const QString why = commands_.rebind(item->data(0, Qt::UserRole).toString(), keys_->keySequence());
    problem_->setText(why);
    problem_->setVisible(!why.isEmpty());
    if (why.isEmpty()) fill();
  });
  fill();
  resize(560, 640);
  cancel()->hide();
  nameButton(ok(), tr("Close"));
}

void ShortcutsDialog::fill() {
  tree_->clear();
  for (const QString& group : {u"conversation"_s, u"list"_s, u"go"_s, u"view"_s, u"help"_s}) {
    auto* head = new QTreeWidgetItem(tree_, {CommandRegistry::groupTitle(group)});
    QFont bold = tree_->font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(0, bold);
    head->setFlags(Qt::ItemIsEnabled);
    for (const auto& command : commands_.all()) {
      if (command.group != group) continue;
      auto* item =
          new QTreeWidgetItem(head, {command.title(), commands_.keysOf(command).toString(QKeySequence::NativeText)});
      item->setData(0, Qt::UserRole, command.id);
    }
  }
  tree_->expandAll();
}

AboutDialog::AboutDialog(const Theme& theme, const QString& server, QWidget* parent)
    : DialogBase(u"aboutDialog"_s, parent) {
  Q_UNUSED(theme);
  setHeading(tr("About Hotel Console"));
  auto* row = new QHBoxLayout;
  row->setSpacing(16);
  auto* icon = new QLabel(this);
  icon->setPixmap(QIcon(u":/icons/hotel-console.svg"_s).pixmap(72, 72));
  auto* text = makeLabel(this);
  text->setObjectName(u"aboutText"_s);
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text->setText(tr("Hotel Console %1\nQt %2 · %3\nServer: %4")
                    .arg(QCoreApplication::applicationVersion(), QString::fromLatin1(qVersion()),
                         QSysInfo::prettyProductName(), server.isEmpty() ? tr("none") : server));
  row->addWidget(icon, 0, Qt::AlignTop);
  row->addWidget(text, 1);
  content()->addLayout(row);
  cancel()->hide();
  nameButton(ok(), tr("Close"));
}

}  // namespace hotel::guiwidgets
