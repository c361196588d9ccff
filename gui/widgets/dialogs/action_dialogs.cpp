#include "widgets/dialogs/action_dialogs.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/controls.h"

namespace hotel::guiwidgets {
using guicore::toLocal;
using guicore::toQt;
using namespace Qt::StringLiterals;

AssignDialog::AssignDialog(const Context& context, const QString& assignee, QWidget* parent)
    : DialogBase(u"assignDialog"_s, parent), me_(context.engine().userName()) {
  setHeading(tr("Assign conversation"));
  auto* label = makeLabel(this);
  label->setText(tr("Assign to"));
  who_ = new QComboBox(this);
  who_->setObjectName(u"assignUser"_s);
  who_->setEditable(true);
  who_->lineEdit()->setObjectName(u"assignUserName"_s);
  who_->setAccessibleName(tr("Assign to"));
  who_->lineEdit()->setAccessibleName(tr("Assign to"));
  label->setBuddy(who_);
  // People who work here as far as this console has seen; any other name may be typed, the server knows them all.
  QSet<QString> people;
  auto& model = context.workspace.conversations();
  for (int row = 0; row < model.rowCount(); ++row) people << toQt(model.at(row).assignee) << toQt(model.at(row).typing);
  people.remove(QString());
  people.remove(me_);
  QStringList names(people.cbegin(), people.cend());
  names.sort(Qt::CaseInsensitive);
  who_->addItem(tr("Me (%1)").arg(me_), me_);
  for (const QString& name : names) who_->addItem(name, name);
  who_->addItem(tr("Nobody"), QString());
  const int current = who_->findData(assignee);
  who_->setCurrentIndex(current < 0 ? 0 : current);
  content()->addWidget(label);
  content()->addWidget(who_);
  nameButton(ok(), tr("Assign"));
}

QString AssignDialog::user() const {
  const int index = who_->findText(who_->currentText());
  return index >= 0 ? who_->itemData(index).toString() : who_->currentText().trimmed();
}

SnoozeDialog::SnoozeDialog(wire::Millis now, QWidget* parent) : DialogBase(u"snoozeDialog"_s, parent) {
  setHeading(tr("Snooze conversation"));
  auto* text = makeLabel(this, nullptr, "muted");
  text->setText(tr("It comes back at this time, or at once when the guest writes."));
  content()->addWidget(text);
  choices_ = new QListWidget(this);
  choices_->setObjectName(u"snoozeChoices"_s);
  choices_->setAccessibleName(tr("Until when"));
  const QDateTime local = toLocal(now);
  const auto add = [&](const QString& name, const QDateTime& at) {
    auto* item = new QListWidgetItem(
        tr("%1 · %2", "snooze: «In one hour», the time").arg(name, QLocale().toString(at, QLocale::ShortFormat)),
        choices_);
    item->setData(Qt::UserRole, at);
  };
  add(tr("In one hour"), local.addSecs(3600));
  add(tr("In four hours"), local.addSecs(4 * 3600));
  add(tr("Tomorrow morning"), QDateTime(local.date().addDays(1), QTime(9, 0)));
  add(tr("In a week"), QDateTime(local.date().addDays(7), QTime(9, 0)));
  choices_->setFixedHeight(4 * (choices_->fontMetrics().height() + 18) + 8);
  time_ = new QDateTimeEdit(local.addSecs(3600), this);
  time_->setObjectName(u"snoozeTime"_s);
  time_->setAccessibleName(tr("Exact time"));
  time_->setMinimumDateTime(local);
  time_->setCalendarPopup(true);
  content()->addWidget(choices_);
  content()->addWidget(time_);
  connect(choices_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
    if (item) time_->setDateTime(item->data(Qt::UserRole).toDateTime());
  });
  connect(choices_, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
  choices_->setCurrentRow(0);
  nameButton(ok(), tr("Snooze"));
}

wire::Millis SnoozeDialog::until() const {
  return time_->dateTime().toMSecsSinceEpoch();
}

HandBackDialog::HandBackDialog(QWidget* parent) : DialogBase(u"handBackDialog"_s, parent) {
  setHeading(tr("Hand back to the bot"));
  auto* text = makeLabel(this, nullptr, "muted");
  text->setText(tr("The bot answers the guest again. You may leave it a note; the guest does not see it."));
  note_ = new QPlainTextEdit(this);
  note_->setObjectName(u"handBackNote"_s);
  note_->setAccessibleName(tr("Note to the bot (optional)"));
  note_->setPlaceholderText(tr("Note to the bot (optional)"));
  note_->setTabChangesFocus(true);
  note_->setFixedHeight(80);
  content()->addWidget(text);
  content()->addWidget(note_);
  nameButton(ok(), tr("Hand back"));
}

QString HandBackDialog::note() const {
  return note_->toPlainText().trimmed();
}

}  // namespace hotel::guiwidgets
