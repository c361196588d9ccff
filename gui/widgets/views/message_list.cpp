#include "widgets/views/message_list.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>

#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/language.h"
#include "widgets/voice_player.h"

namespace hotel::guiwidgets {
using guimodels::MessageRole;
using guimodels::role;
using namespace Qt::StringLiterals;

MessageList::MessageList(const Theme& theme, QWidget* parent)
    : QListView(parent), theme_(theme), delegate_(new MessageDelegate(theme, this)) {
  setObjectName(u"messageList"_s);
  setItemDelegate(delegate_);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setResizeMode(Adjust);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setFrameShape(NoFrame);
  setMouseTracking(true);
  setTabKeyNavigation(false);
  jump_ = makeButton(u"primary"_s, u"newMessagesButton"_s, this);
  jump_->hide();
  connect(jump_, &QPushButton::clicked, this, &MessageList::goToEnd);
  connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
    if (messages_ && value < viewport()->height()) Q_EMIT olderWanted();
    if (atEnd()) {
      unseen_ = 0;
      Q_EMIT seenAll();
    }
    updateJump();
  });
  connect(&theme, &Theme::changed, this, [this] {
    delegate_->forget();
    viewport()->update();
  });
  retranslating(this, [this] {
    setAccessibleName(tr("Messages"));
    delegate_->forget();
    updateJump();
  });
}

void MessageList::setMessages(guimodels::MessageModel* model) {
  for (const auto& connection : connections_) disconnect(connection);
  connections_.clear();
  messages_ = model;
  unseen_ = 0;
  delegate_->forget();
  delegate_->setFirstUnread({});
  setModel(model);
  updateJump();
  if (!model) return;
  connections_ << connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { kept_ = anchor(); });
  connections_ << connect(model, &QAbstractItemModel::rowsInserted, this,
                          [this](const QModelIndex&, int first, int last) {
                            const bool own = messages_->index(last).data(role(MessageRole::kPending)).toBool();
                            if (kept_.index.isValid() && first > kept_.index.row() && !kept_.end && !own)
                              unseen_ += last - first + 1;
                            if (own) kept_.end = true;
                            restore(kept_);
                          });
  connections_ << connect(model, &QAbstractItemModel::dataChanged, this, [this] {
    // The height of a bubble may have changed (an error came): lay out again, but keep the place.
    const Anchor place = anchor();
    scheduleDelayedItemsLayout();
    restore(place);
  });
  goToEnd();
}

void MessageList::setPlayer(VoicePlayer* player) {
  player_ = player;
  delegate_->setPlayer(player);
  connect(player, &VoicePlayer::changed, this, [this] {
    // A sentence about what is wrong came or went: the bubble has another height.
    const Anchor place = anchor();
    scheduleDelayedItemsLayout();
    restore(place);
    viewport()->update();
  });
  connect(player, &VoicePlayer::moved, this, [this](const QString& messageId) {
    if (messages_) viewport()->update(visualRect(messages_->indexOfRow(messageId)));
  });
}

void MessageList::setFirstUnread(const QString& rowId) {
  if (rowId == delegate_->firstUnread()) return;
  const Anchor place = anchor();
  delegate_->setFirstUnread(rowId);
  scheduleDelayedItemsLayout();
  restore(place);
}

MessageList::Anchor MessageList::anchor() const {
  Anchor out;
  out.end = atEnd();
  for (int y = 4; y < viewport()->height() && !out.index.isValid(); y += 8)
    out.index = indexAt({viewport()->width() / 2, y});
  if (out.index.isValid()) out.offset = visualRect(out.index).top();
  return out;
}

void MessageList::restore(const Anchor& place) {
  executeDelayedItemsLayout();
  updateGeometries();
  if (place.end) {
    goToEnd();
  } else if (place.index.isValid()) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(place.index).top() - place.offset);
  }
  updateJump();
}

bool MessageList::atEnd() const {
  return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 8;
}

void MessageList::goToEnd() {
  executeDelayedItemsLayout();
  updateGeometries();
  verticalScrollBar()->setValue(verticalScrollBar()->maximum());
  unseen_ = 0;
  updateJump();
}

void MessageList::goToStart() {
  if (!messages_) return;
  const QModelIndex unread = messages_->indexOfRow(delegate_->firstUnread());
  if (unread.isValid())
    scrollTo(unread, PositionAtTop);
  else
    goToEnd();
}

void MessageList::placeJump() {
  jump_->adjustSize();
  jump_->move((width() - jump_->width()) / 2, height() - jump_->height() - 12);
}

void MessageList::updateJump() {
  const bool wanted = messages_ && !atEnd();
  nameButton(jump_, unseen_ > 0 ? tr("%n new message(s)", nullptr, unseen_) : tr("Go to newest"));
  jump_->setVisible(wanted);
  if (wanted) placeJump();
}

void MessageList::resizeEvent(QResizeEvent* event) {
  const Anchor place = anchor();
  delegate_->setWidth(viewport()->width());
  QListView::resizeEvent(event);
  scheduleDelayedItemsLayout();
  restore(place);
}

void MessageList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) delegate_->forget();
  QListView::changeEvent(event);
}

MessageDelegate::Spot MessageList::spotAt(const QPoint& at, QModelIndex* index) const {
  *index = indexAt(at);
  if (!index->isValid()) return MessageDelegate::Spot::kNone;
  QStyleOptionViewItem option;
  initViewItemOption(&option);
  option.rect = visualRect(*index);
  return delegate_->hit(option, *index, at);
}

void MessageList::act(const QModelIndex& index, MessageDelegate::Spot spot) {
  if (spot == MessageDelegate::Spot::kWhy) Q_EMIT whyAsked(index.data(role(MessageRole::kRowId)).toString());
  if (spot == MessageDelegate::Spot::kPlay) Q_EMIT playAsked(index.data(role(MessageRole::kMessageId)).toString());
  if (spot == MessageDelegate::Spot::kRetry) Q_EMIT retryAsked(index.data(role(MessageRole::kClientId)).toString());
}

void MessageList::mouseReleaseEvent(QMouseEvent* event) {
  QListView::mouseReleaseEvent(event);
  QModelIndex index;
  if (event->button() == Qt::LeftButton) {
    const auto spot = spotAt(event->pos(), &index);
    act(index, spot);
  }
}

void MessageList::mouseMoveEvent(QMouseEvent* event) {
  QModelIndex index;
  viewport()->setCursor(spotAt(event->pos(), &index) == MessageDelegate::Spot::kNone ? Qt::ArrowCursor
                                                                                     : Qt::PointingHandCursor);
  QListView::mouseMoveEvent(event);
}

void MessageList::keyPressEvent(QKeyEvent* event) {
  const QModelIndex index = currentIndex();
  if (event->matches(QKeySequence::Copy) && index.isValid()) {
    QApplication::clipboard()->setText(index.data(role(MessageRole::kText)).toString());
    return;
  }
  if (event->key() == Qt::Key_Home && !event->modifiers()) return goToStart();
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid() && !event->modifiers()) {
    if (index.data(role(MessageRole::kRetryable)).toBool()) return act(index, MessageDelegate::Spot::kRetry);
    if (delegate_->playable(index)) return act(index, MessageDelegate::Spot::kPlay);
    if (!index.data(role(MessageRole::kWhy)).toString().isEmpty()) return act(index, MessageDelegate::Spot::kWhy);
  }
  QListView::keyPressEvent(event);
}

void MessageList::contextMenuEvent(QContextMenuEvent* event) {
  const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
  if (!index.isValid()) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(theme_.icon(u"copy"_s), tr("Copy"), this, [text = index.data(role(MessageRole::kText)).toString()] {
    QApplication::clipboard()->setText(text);
  });
  if (delegate_->playable(index)) {
    const QString messageId = index.data(role(MessageRole::kMessageId)).toString();
    const bool plays = player_->view(messageId).state == VoicePlayer::State::kPlaying;
    menu->addAction(theme_.icon(plays ? u"pause"_s : u"play"_s),
                    plays ? tr("Pause voice message") : tr("Play voice message"), this,
                    [this, messageId] { Q_EMIT playAsked(messageId); });
  }
  const QString rowId = index.data(role(MessageRole::kRowId)).toString(),
                clientId = index.data(role(MessageRole::kClientId)).toString();
  if (!index.data(role(MessageRole::kWhy)).toString().isEmpty())
    menu->addAction(theme_.icon(u"question"_s), tr("Why did the bot say this?"), this,
                    [this, rowId] { Q_EMIT whyAsked(rowId); });
  if (index.data(role(MessageRole::kRetryable)).toBool()) {
    menu->addAction(theme_.icon(u"refresh"_s), tr("Send again"), this,
                    [this, clientId] { Q_EMIT retryAsked(clientId); });
    menu->addAction(theme_.icon(u"close"_s), tr("Discard this message"), this,
                    [this, clientId] { Q_EMIT discardAsked(clientId); });
  }
  menu->popup(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(visualRect(index).center())
                                                             : event->globalPos());
}

}  // namespace hotel::guiwidgets
