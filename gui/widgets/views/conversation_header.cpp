#include "widgets/views/conversation_header.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/text.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using namespace Qt::StringLiterals;

ConversationHeader::ConversationHeader(const Context& context, QWidget* parent) : QWidget(parent), context_(context) {
  setObjectName(u"conversationHeader"_s);
  setAttribute(Qt::WA_StyledBackground);
  setProperty("pane", u"header"_s);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 10, 12, 10);
  layout->setSpacing(8);
  auto* top = new QHBoxLayout;
  top->setSpacing(12);
  avatar_ = new Avatar(context.theme, 40, this);
  name_ = new ElidedLabel(this);
  name_->setObjectName(u"guestName"_s);
  setPointSize(name_, 1.15, true);
  detail_ = new ElidedLabel(this);
  detail_->setObjectName(u"guestDetail"_s);
  detail_->setProperty("tone", u"muted"_s);
  auto* text = new QVBoxLayout;
  text->setSpacing(2);
  text->addWidget(name_);
  text->addWidget(detail_);
  assign_ = makeToolButton(context.theme, u"assign"_s, u"assignButton"_s, this);
  snooze_ = makeToolButton(context.theme, u"snooze"_s, u"snoozeButton"_s, this);
  close_ = makeToolButton(context.theme, u"resolve"_s, u"closeConversationButton"_s, this);
  top->addWidget(avatar_);
  top->addLayout(text, 1);
  for (QToolButton* button : {assign_, snooze_, close_}) top->addWidget(button);
  layout->addLayout(top);
  auto* bottom = new QHBoxLayout;
  bottom->setSpacing(8);
  owner_ = new Chip(this);
  owner_->setObjectName(u"ownerChip"_s);
  state_ = new Chip(this);
  state_->setObjectName(u"stateChip"_s);
  take_over_ = makeButton(u"primary"_s, u"takeOverButton"_s, this);
  hand_back_ = makeButton(u""_s, u"handBackButton"_s, this);
  bottom->addWidget(owner_);
  bottom->addWidget(state_);
  bottom->addStretch();
  bottom->addWidget(hand_back_);
  bottom->addWidget(take_over_);
  layout->addLayout(bottom);
  connect(take_over_, &QPushButton::clicked, this, &ConversationHeader::takeOverWanted);
  connect(hand_back_, &QPushButton::clicked, this, &ConversationHeader::handBackWanted);
  connect(assign_, &QToolButton::clicked, this, &ConversationHeader::assignWanted);
  connect(snooze_, &QToolButton::clicked, this, &ConversationHeader::snoozeWanted);
  connect(close_, &QToolButton::clicked, this, &ConversationHeader::closeWanted);
  connect(&context.theme, &Theme::changed, this, &ConversationHeader::retranslate);
  retranslating(this, [this] { retranslate(); });
}

void ConversationHeader::retranslate() {
  nameButton(take_over_, tr("Take over"), tr("The bot stops; you answer (Ctrl+Shift+T)"));
  take_over_->setIcon(context_.theme.icon(u"takeover"_s, Ink::kOnAccent));
  nameButton(hand_back_, tr("Hand back to bot"), tr("The bot answers again (Ctrl+Shift+B)"));
  hand_back_->setIcon(context_.theme.icon(u"bot"_s));
  nameButton(assign_, tr("Assign…"), tr("Assign… (Ctrl+Shift+A)"));
  nameButton(snooze_, tr("Snooze…"));
  nameButton(close_, tr("Resolve"), tr("Resolve: nothing more to do"));
  if (!conversation_.id.empty()) show(conversation_);
}

void ConversationHeader::show(const wire::Conversation& c) {
  conversation_ = c;
  const QString name = Format::guestName(c.guest);
  avatar_->setPerson(name, toQt(c.id));
  name_->setFullText(name);
  QStringList detail;
  if (!c.guest.phone.empty() && !c.guest.name.empty()) detail << guicore::isolated(toQt(c.guest.phone));
  detail << Format::language(toQt(c.guest.language));
  for (const auto& label : c.labels) detail << u'#' + toQt(label);
  detail_->setFullText(detail.join(u"  ·  "_s));
  const QString me = context_.engine().userName();
  const QString assignee = toQt(c.assignee);
  if (c.owner == wire::Owner::kAgent)
    owner_->show(u"agent"_s, tr("Bot answers"));
  else if (assignee.isEmpty())
    owner_->show(u"warning"_s, tr("Bot paused · nobody"), tr("Bot paused, assigned to nobody"));
  else if (assignee == me)
    owner_->show(u"accent"_s, tr("Bot paused · you"), tr("Bot paused, assigned to you"));
  else
    owner_->show(u"neutral"_s, tr("Bot paused · %1").arg(assignee), tr("Bot paused, assigned to %1").arg(assignee));
  if (c.opted_out)
    state_->show(u"danger"_s, tr("Wants no messages"));
  else if (c.status == wire::ConversationStatus::kSnoozed)
    state_->show(u"info"_s, c.snoozed_until
                                ? tr("Snoozed until %1").arg(Format::stamp(*c.snoozed_until, context_.clock().now()))
                                : tr("Snoozed"));
  else if (c.status == wire::ConversationStatus::kClosed)
    state_->show(u"neutral"_s, tr("Resolved"));
  else
    state_->hide();
  take_over_->setVisible(c.owner == wire::Owner::kAgent || assignee != me);
  guiwidgets::setProperty(take_over_, "kind", u"primary"_s);
  hand_back_->setVisible(c.owner == wire::Owner::kStaff);
  close_->setEnabled(c.status != wire::ConversationStatus::kClosed);
}

}  // namespace hotel::guiwidgets
