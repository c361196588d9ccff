#include "widgets/views/draft_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <boost/json/serialize.hpp>

#include "widgets/controls.h"
#include "widgets/views/why_panel.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

DraftPanel::DraftPanel(const Context& context, QWidget* parent) : QFrame(parent), context_(context) {
  setObjectName(u"draftPanel"_s);
  setProperty("banner", u"agent"_s);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 8);
  layout->setSpacing(6);
  auto* head = new QHBoxLayout;
  icon_ = new QLabel(this);
  title_ = makeLabel(this, "title", "agent");
  title_->setWordWrap(false);
  toggle_ = makeButton(u"link"_s, u"draftWhyButton"_s, this);
  toggle_->setCheckable(true);
  head->addWidget(icon_);
  head->addWidget(title_, 1);
  head->addWidget(toggle_);
  layout->addLayout(head);
  text_ = makeLabel(this);
  text_->setObjectName(u"draftText"_s);
  layout->addWidget(text_);
  why_ = new WhyPanel(this);
  why_->hide();
  layout->addWidget(why_);
  auto* buttons = new QHBoxLayout;
  discard_ = makeButton(u""_s, u"draftDiscardButton"_s, this);
  edit_ = makeButton(u""_s, u"draftEditButton"_s, this);
  approve_ = makeButton(u"primary"_s, u"draftApproveButton"_s, this);
  buttons->addStretch();
  buttons->addWidget(discard_);
  buttons->addWidget(edit_);
  buttons->addWidget(approve_);
  layout->addLayout(buttons);
  hide();
  connect(toggle_, &QPushButton::toggled, why_, &QWidget::setVisible);
  connect(approve_, &QPushButton::clicked, this, [this] { settle(context_.api().approveDraft(conversation_)); });
  connect(discard_, &QPushButton::clicked, this, [this] { settle(context_.api().discardDraft(conversation_)); });
  connect(edit_, &QPushButton::clicked, this, [this] {
    if (!draft_) return;
    Q_EMIT editWanted(draft_->text);
    settle(context_.api().discardDraft(conversation_));
  });
  connect(&context_.engine(), &guicore::SyncEngine::draftChanged, this, [this](const QString& id) {
    if (id == conversation_) fetch();
  });
  const auto paint = [this] {
    icon_->setPixmap(context_.theme.pixmap(u"bot"_s, Ink::kAgent, 20, devicePixelRatioF()));
  };
  paint();
  connect(&context_.theme, &Theme::changed, this, paint);
  retranslating(this, [this] {
    title_->setText(tr("The bot is about to say"));
    nameButton(toggle_, tr("Why?"), tr("What the bot understood, and its facts"));
    nameButton(approve_, tr("Send now"));
    nameButton(edit_, tr("Edit…"), tr("Take the text into the composer and answer yourself"));
    nameButton(discard_, tr("Don't send"));
    setAccessibleName(tr("Draft of the bot"));
    showDraft();
  });
}

void DraftPanel::setConversation(const QString& id) {
  conversation_ = id;
  draft_.reset();
  showDraft();
  if (!id.isEmpty()) fetch();
}

void DraftPanel::fetch() {
  context_.api().draft(conversation_).then(this, [this, id = conversation_](const auto& result) {
    if (id != conversation_) return;
    if (!result) return;  // the next event asks again; without an answer nothing is claimed
    draft_ = *result;
    showDraft();
  });
}

void DraftPanel::showDraft() {
  setVisible(draft_.has_value());
  if (!draft_) return;
  text_->setText(draft_->text);
  why_->showWhy(QByteArray::fromStdString(boost::json::serialize(draft_->why)), context_.clock().now());
  for (QPushButton* button : {approve_, edit_, discard_}) button->setEnabled(true);
}

void DraftPanel::settle(const guicore::ApiReply<guicore::Nothing>& reply) {
  for (QPushButton* button : {approve_, edit_, discard_}) button->setEnabled(false);
  reply.then(this, [this, id = conversation_](const auto& result) {
    if (!result) Q_EMIT failed(result.error().detail);
    if (id == conversation_) fetch();
  });
}

}  // namespace hotel::guiwidgets
