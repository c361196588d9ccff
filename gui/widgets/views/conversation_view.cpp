#include "widgets/views/conversation_view.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "models/roles.h"
#include "widgets/composer.h"
#include "widgets/controls.h"
#include "widgets/dialogs/action_dialogs.h"
#include "widgets/dialogs/template_dialog.h"
#include "widgets/dialogs/why_dialog.h"
#include "widgets/format.h"
#include "widgets/views/conversation_header.h"
#include "widgets/views/draft_panel.h"
#include "widgets/views/message_list.h"
#include "widgets/voice_player.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guimodels::MessageRole;
using guimodels::role;
using namespace Qt::StringLiterals;

ConversationView::ConversationView(const Context& context, QWidget* parent) : QWidget(parent), context_(context) {
  setObjectName(u"conversationView"_s);
  build();
  connectParts();
  retranslating(this, [this] {
    nothing_->show(StateView::Kind::kEmpty, u"inbox"_s, tr("No conversation selected"),
                   tr("Choose one from the list, or press Ctrl+Shift+Down for the next that needs attention."));
    setAccessibleName(tr("Conversation"));
    if (!id_.isEmpty()) {
      refresh();
      showState();
    }
  });
}

ConversationView::~ConversationView() {
  if (!id_.isEmpty()) context_.workspace.close(id_);
}

void ConversationView::build() {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  pages_ = new QStackedWidget(this);
  outer->addWidget(pages_);
  nothing_ = new StateView(context_.theme, u"noConversation"_s, pages_);
  nothing_->setAttribute(Qt::WA_StyledBackground);
  nothing_->setProperty("pane", u"chat"_s);
  pages_->addWidget(nothing_);
  auto* page = new QWidget(pages_);
  pages_->addWidget(page);
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  header_ = new ConversationHeader(context_, page);
  layout->addWidget(header_);
  auto* banners = new QWidget(page);
  banners->setAttribute(Qt::WA_StyledBackground);
  banners->setProperty("pane", u"chat"_s);
  auto* stack = new QVBoxLayout(banners);
  stack->setContentsMargins(16, 4, 16, 4);
  stack->setSpacing(4);
  reason_ = new Banner(context_.theme, u"reasonBanner"_s, banners);
  collision_ = new Banner(context_.theme, u"collisionBanner"_s, banners);
  older_ = new Banner(context_.theme, u"olderBanner"_s, banners);
  for (Banner* banner : {reason_, collision_, older_}) stack->addWidget(banner);
  layout->addWidget(banners);
  timeline_ = new QStackedWidget(page);
  state_ = new StateView(context_.theme, u"messagesState"_s, timeline_);
  state_->setAttribute(Qt::WA_StyledBackground);
  state_->setProperty("pane", u"chat"_s);
  list_ = new MessageList(context_.theme, timeline_);
  voice_ = new VoicePlayer([this](const QString& messageId) { return context_.api().file(messageId); }, this);
  list_->setPlayer(voice_);
  timeline_->addWidget(state_);
  timeline_->addWidget(list_);
  layout->addWidget(timeline_, 1);
  auto* drafts = new QWidget(page);
  drafts->setAttribute(Qt::WA_StyledBackground);
  drafts->setProperty("pane", u"chat"_s);
  auto* margin = new QVBoxLayout(drafts);
  margin->setContentsMargins(16, 4, 16, 8);
  draft_ = new DraftPanel(context_, drafts);
  margin->addWidget(draft_);
  layout->addWidget(drafts);
  composer_ = new Composer(context_, page);
  layout->addWidget(composer_);
  live_ = new LiveLabel(page);
}

void ConversationView::connectParts() {
  auto& engine = context_.engine();
  connect(header_, &ConversationHeader::takeOverWanted, this, &ConversationView::takeOver);
  connect(header_, &ConversationHeader::handBackWanted, this, &ConversationView::handBack);
  connect(header_, &ConversationHeader::assignWanted, this, &ConversationView::assign);
  connect(header_, &ConversationHeader::snoozeWanted, this, &ConversationView::snooze);
  connect(header_, &ConversationHeader::closeWanted, this, &ConversationView::close);
  connect(composer_, &Composer::templateWanted, this, &ConversationView::chooseTemplate);
  connect(composer_, &Composer::leaveWanted, this, &ConversationView::leftComposer);
  connect(composer_, &Composer::sent, this, [this] {
    list_->goToEnd();
    list_->setFirstUnread({});
  });
  connect(draft_, &DraftPanel::editWanted, this, [this](const QString& text) {
    takeOver();
    composer_->replaceReply(text);
  });
  connect(draft_, &DraftPanel::failed, composer_, &Composer::showError);
  connect(list_, &MessageList::whyAsked, this, &ConversationView::explain);
  connect(list_, &MessageList::retryAsked, this, [this](const QString& clientId) {
    if (!context_.engine().retry(clientId)) composer_->showError(context_.engine().whyNoSending());
  });
  connect(list_, &MessageList::discardAsked, this,
          [this](const QString& clientId) { context_.engine().dropPending(clientId); });
  connect(list_, &MessageList::playAsked, voice_, &VoicePlayer::toggle);
  connect(voice_, &VoicePlayer::changed, this, [this](const QString& messageId) {
    const auto view = voice_->view(messageId);
    if (view.state == VoicePlayer::State::kFailed) live_->announce(view.error);
  });
  connect(list_, &MessageList::olderWanted, this, [this] {
    if (!id_.isEmpty() && context_.engine().hasOlder(id_) && !context_.engine().loadingOlder(id_))
      context_.engine().loadOlder(id_);
  });
  connect(list_, &MessageList::seenAll, this, &ConversationView::markSeen);
  connect(&engine, &guicore::SyncEngine::olderFailed, this, [this](const QString& id, const guicore::ApiError& error) {
    if (id != id_) return;
    older_->setAction(tr("Retry"));
    older_->show(u"warning"_s, u"warning"_s, tr("Older messages could not be loaded: %1").arg(error.detail));
  });
  connect(older_->action(), &QPushButton::clicked, this, [this] {
    older_->hide();
    context_.engine().loadOlder(id_);
  });
  connect(&engine, &guicore::SyncEngine::messagesFailed, this,
          [this](const QString& id, const guicore::ApiError& error) {
            if (id != id_) return;
            failed_ = true;
            error_ = error;
            showState();
          });
  connect(&engine, &guicore::SyncEngine::messagesLoaded, this, &ConversationView::messagesCame);
  connect(&engine, &guicore::SyncEngine::messagesReplaced, this, &ConversationView::messagesCame);
  connect(state_->action(), &QPushButton::clicked, this, [this] {
    failed_ = false;
    const QString id = id_;
    showState();
    context_.engine().closeConversation(id);
    context_.engine().openConversation(id);
  });
  connect(&engine, &guicore::SyncEngine::messageChanged, this, &ConversationView::onMessage);
  connect(&engine, &guicore::SyncEngine::conversationsChanged, this,
          [this](const std::vector<wire::Conversation>& changed) {
            for (const auto& c : changed)
              if (toQt(c.id) == id_) refresh();
          });
  context_.workspace.wheel().subscribe(this, std::chrono::seconds(1), [this](wire::Millis now) {
    if (id_.isEmpty()) return;
    refreshCollision(now);
    composer_->tick(now);
    markSeen();
  });
}

void ConversationView::messagesCame(const QString& id) {
  if (id != id_) return;
  failed_ = false;
  if (list_->firstUnread().isEmpty() && list_->messages())
    if (const auto* c = conversation(); c && c->unread > 0)
      list_->setFirstUnread(list_->messages()->firstUnread(c->unread));
  showState();
  if (!wanted_message_.isEmpty()) showMessage(std::exchange(wanted_message_, QString()));
  markSeen();
}

const wire::Conversation* ConversationView::conversation() const {
  return context_.workspace.conversations().find(id_);
}

void ConversationView::open(const QString& id) {
  if (id == id_) return;
  voice_->stop();
  if (!id_.isEmpty()) {
    list_->setMessages(nullptr);
    context_.workspace.close(id_);
  }
  id_ = id;
  failed_ = false;
  wanted_message_.clear();
  marked_version_ = 0;
  for (Banner* banner : {reason_, collision_, older_}) banner->hide();
  draft_->setConversation(id);
  if (id.isEmpty()) {
    composer_->clearConversation();
    pages_->setCurrentIndex(0);
    return;
  }
  auto& model = context_.workspace.open(id);
  const auto* c = conversation();
  if (c) model.setGuestName(Format::guestName(c->guest));
  list_->setMessages(&model);
  if (c && c->unread > 0) list_->setFirstUnread(model.firstUnread(c->unread));
  pages_->setCurrentIndex(1);
  refresh();
  showState();
  list_->goToEnd();
  markSeen();
}

void ConversationView::refresh() {
  const auto* c = conversation();
  if (!c) return;
  header_->show(*c);
  composer_->setConversation(*c);
  if (!c->handover_reason.empty() && c->owner == wire::Owner::kStaff && c->waiting_since)
    reason_->show(u"agent"_s, u"bot"_s, tr("The bot asked for a person: %1.").arg(Format::reason(c->handover_reason)));
  else
    reason_->hide();
  refreshCollision(context_.clock().now());
}

void ConversationView::refreshCollision(wire::Millis now) {
  const auto* c = conversation();
  const QString who = c ? toQt(c->typing) : QString();
  if (!c || who.isEmpty() || who == context_.engine().userName() || c->typing_until.value_or(0) <= now)
    return collision_->hide();
  collision_->show(u"warning"_s, u"person"_s, tr("%1 is replying").arg(guicore::isolated(who)));
}

void ConversationView::showState() {
  const auto* model = list_->messages();
  if (model && !model->empty()) {
    timeline_->setCurrentWidget(list_);
    return;
  }
  timeline_->setCurrentWidget(state_);
  if (failed_ && (error_.status == 401 || error_.status == 403))
    state_->show(StateView::Kind::kForbidden, u"lock"_s, tr("No permission"),
                 tr("Your role may not read this conversation."));
  else if (failed_)
    state_->showError(tr("The messages could not be loaded"), error_.detail, error_.requestId);
  else if (const auto* c = conversation(); c && !c->last_message && context_.engine().connection().live())
    state_->show(StateView::Kind::kEmpty, u"inbox"_s, tr("No messages yet"), {});
  else
    state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading messages…"), {});
}

void ConversationView::onMessage(const wire::Message& message, bool created, bool live) {
  if (toQt(message.conversation_id) != id_ || !created) return;
  showState();
  if (!live || message.direction != wire::Direction::kIn) return;
  const auto* c = conversation();
  live_->announce(tr("%1: %2", "announcement: who wrote what")
                      .arg(c ? Format::guestName(c->guest) : QString(), guimodels::shownText(message)));
  if (!list_->atEnd() && list_->firstUnread().isEmpty()) list_->setFirstUnread(toQt(message.id));
  markSeen();
}

void ConversationView::showMessage(const QString& messageId) {
  const QModelIndex index = list_->messages() ? list_->messages()->indexOfRow(messageId) : QModelIndex();
  if (!index.isValid()) {
    wanted_message_ = messageId;
    return;
  }
  list_->setCurrentIndex(index);
  list_->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void ConversationView::markSeen() {
  const auto* c = conversation();
  if (!c || c->unread == 0 || c->version == marked_version_ || !list_->atEnd() || !isVisible() ||
      !window()->isActiveWindow())
    return;
  if (!context_.engine().connection().live()) return;
  marked_version_ = c->version;
  context_.engine().markRead(id_);
}

void ConversationView::explain(const QString& rowId) {
  if (!list_->messages()) return;
  const QModelIndex index = list_->messages()->indexOfRow(rowId);
  auto* dialog = new WhyDialog(index.data(role(MessageRole::kText)).toString(),
                               index.data(role(MessageRole::kWhy)).toString().toUtf8(), context_.clock().now(), this);
  dialog->open();
}

void ConversationView::report(const guicore::ApiReply<guicore::Acted>& reply, const QString& done,
                              std::function<void()> undo) {
  reply.then(this, [this, done, undo = std::move(undo)](const auto& result) {
    if (!result) {
      const QString id =
          result.error().requestId.isEmpty() ? QString() : tr(" (request %1)").arg(result.error().requestId);
      return composer_->showError(tr("That did not work: %1").arg(result.error().detail) + id);
    }
    if (!done.isEmpty()) Q_EMIT undoable(done, undo);
  });
}

void ConversationView::takeOver() {
  if (id_.isEmpty()) return;
  report(context_.engine().takeOver(id_));
  composer_->setMode(guicore::DraftMode::kReply);
}

void ConversationView::handBack() {
  const auto* c = conversation();
  if (!c || c->owner == wire::Owner::kAgent) return;
  auto* dialog = new HandBackDialog(this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id = id_] {
    report(context_.engine().handBack(id, dialog->note()), tr("Handed back to the bot."),
           [this, id] { report(context_.engine().takeOver(id)); });
  });
  dialog->open();
}

void ConversationView::assign() {
  const auto* c = conversation();
  if (!c) return;
  auto* dialog = new AssignDialog(context_, toQt(c->assignee), this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id = id_, before = toQt(c->assignee)] {
    const QString who = dialog->user();
    report(context_.engine().assign(id, who),
           who.isEmpty() ? tr("Assigned to nobody.") : tr("Assigned to %1.").arg(who),
           [this, id, before] { report(context_.engine().assign(id, before)); });
  });
  dialog->open();
}

void ConversationView::assignToMe() {
  const auto* c = conversation();
  if (!c) return;
  report(context_.engine().assign(id_, context_.engine().userName()), tr("Assigned to you."),
         [this, id = id_, before = toQt(c->assignee)] { report(context_.engine().assign(id, before)); });
}

void ConversationView::snooze() {
  if (id_.isEmpty()) return;
  auto* dialog = new SnoozeDialog(context_.clock().now(), this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id = id_] {
    const wire::Millis until = dialog->until();
    report(context_.engine().snooze(id, until),
           tr("Snoozed until %1.").arg(Format::stamp(until, context_.clock().now())),
           [this, id] { report(post(id, u"reopen"_s)); });
  });
  dialog->open();
}

void ConversationView::close() {
  const auto* c = conversation();
  if (!c || c->status == wire::ConversationStatus::kClosed) return;
  report(context_.engine().close(id_), tr("Resolved."), [this, id = id_] { report(post(id, u"reopen"_s)); });
}

guicore::ApiReply<guicore::Acted> ConversationView::post(const QString& id, const QString& verb) {
  guicore::ApiClient::Request request;
  request.method = "POST";
  request.path = u"/conversations/"_s + guicore::ApiClient::segment(id) + u'/' + verb;
  request.body = boost::json::object{};
  request.deadline = guicore::ApiClient::kWriteDeadline;
  return context_.api().call<guicore::Acted>(request, [](const boost::json::value& value) {
    return std::optional{guicore::Acted{wire::conversation_from_json(value)}};
  });
}

void ConversationView::markUnread() {
  if (!list_->messages()) return;
  if (const auto* c = conversation()) marked_version_ = c->version + 1;  // the event of this; not read again at once
  report(post(id_, u"unread"_s));
  list_->setFirstUnread(list_->messages()->firstUnread(1));
  list_->goToStart();
}

void ConversationView::toggleMode() {
  if (id_.isEmpty()) return;
  composer_->setMode(composer_->mode() == guicore::DraftMode::kReply ? guicore::DraftMode::kNote
                                                                     : guicore::DraftMode::kReply);
}

void ConversationView::chooseTemplate() {
  const auto* c = conversation();
  if (!c) return;
  auto* dialog = new TemplateDialog(context_, *c, this);
  connect(dialog, &QDialog::accepted, this, [this, dialog, id = id_] {
    if (context_.engine().sendTemplate(id, dialog->templateObject(), dialog->filledText()).isEmpty())
      composer_->showError(context_.engine().whyNoSending());
    else
      list_->goToEnd();
  });
  dialog->open();
}

}  // namespace hotel::guiwidgets
