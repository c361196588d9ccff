#include "widgets/docks/guest_dock.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "core/text.h"
#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/docks/booking_card.h"
#include "widgets/flow_layout.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guicore::toStd;
using guimodels::AlertRole;
using guimodels::role;
using namespace Qt::StringLiterals;
namespace {

void empty(QLayout* layout) {
  while (QLayoutItem* item = layout->takeAt(0)) {
    delete item->widget();
    delete item;
  }
}

constexpr int kNotesMost = 5;

}  // namespace

GuestDock::GuestDock(const Context& context, QWidget* parent) : QDockWidget(parent), context_(context) {
  setObjectName(u"guestDock"_s);
  setFeatures(DockWidgetMovable | DockWidgetClosable);
  setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
  setTitleBarWidget(new QWidget(this));
  build();
  connect(&context.engine(), &guicore::SyncEngine::bookingChanged, this, [this](const wire::Booking& booking) {
    const auto known =
        std::find_if(bookings_.begin(), bookings_.end(), [&](const auto& b) { return b.id == booking.id; });
    if (known != bookings_.end())
      *known = booking;
    else if (!phone_.isEmpty() && toQt(booking.phone) == phone_)
      bookings_.push_back(booking);
    else
      return;
    showBookings();
  });
  connect(&context.engine(), &guicore::SyncEngine::conversationsChanged, this,
          [this](const std::vector<wire::Conversation>& changed) {
            for (const auto& c : changed)
              if (toQt(c.id) == id_) refreshIdentity();
          });
  const auto notes = [this](const QString& id) {
    if (id == id_) refreshNotes();
  };
  connect(&context.engine(), &guicore::SyncEngine::messagesLoaded, this, notes);
  connect(&context.engine(), &guicore::SyncEngine::messagesReplaced, this, notes);
  connect(&context.engine(), &guicore::SyncEngine::messageChanged, this, [this](const wire::Message& message) {
    if (toQt(message.conversation_id) == id_ && message.direction == wire::Direction::kNote) refreshNotes();
  });
  connect(&context.workspace.alerts(), &guimodels::AlertModel::openChanged, this, &GuestDock::refreshAlerts);
  connect(&context.theme, &Theme::changed, this, &GuestDock::showBookings);
  context.workspace.wheel().subscribe(this, std::chrono::seconds(1), [this](wire::Millis now) {
    for (BookingCard* card : cards_) card->tick(now);
  });
  retranslating(this, [this] { retranslate(); });
  setConversation({});
}

void GuestDock::build() {
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(u"guestScroll"_s);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  auto* page = new QWidget(scroll);
  page->setAttribute(Qt::WA_StyledBackground);
  page->setProperty("pane", u"dock"_s);
  auto* outer = new QVBoxLayout(page);
  outer->setContentsMargins(16, 16, 16, 16);
  empty_ = makeLabel(page, nullptr, "muted");
  empty_->setAlignment(Qt::AlignCenter);
  outer->addWidget(empty_, 1);
  body_ = new QWidget(page);
  auto* layout = new QVBoxLayout(body_);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  avatar_ = new Avatar(context_.theme, 64, body_);
  name_ = new ElidedLabel(body_);
  name_->setObjectName(u"dockGuestName"_s);
  setPointSize(name_, 1.15, true);
  phone_label_ = new ElidedLabel(body_);
  phone_label_->setObjectName(u"dockGuestPhone"_s);
  phone_label_->setProperty("tone", u"muted"_s);
  language_ = makeLabel(body_, nullptr, "muted");
  language_->setObjectName(u"dockGuestLanguage"_s);
  auto* identity = new QHBoxLayout;
  identity->setSpacing(12);
  auto* lines = new QVBoxLayout;
  lines->setSpacing(2);
  for (QWidget* line : std::initializer_list<QWidget*>{name_, phone_label_, language_}) lines->addWidget(line);
  identity->addWidget(avatar_, 0, Qt::AlignTop);
  identity->addLayout(lines, 1);
  layout->addLayout(identity);
  const auto section = [&](QLabel*& title) {
    layout->addSpacing(12);
    title = makeLabel(body_, "section");
    layout->addWidget(title);
    auto* box = new QVBoxLayout;
    box->setSpacing(8);
    layout->addLayout(box);
    return box;
  };
  stay_ = section(stay_title_);
  auto* labels = section(labels_title_);
  labels_ = new QWidget(body_);
  labels_->setLayout(new FlowLayout(6, labels_));
  QSizePolicy wrap(QSizePolicy::Preferred, QSizePolicy::Fixed);
  wrap.setHeightForWidth(true);
  labels_->setSizePolicy(wrap);
  label_edit_ = new QLineEdit(body_);
  label_edit_->setObjectName(u"labelEdit"_s);
  labels->addWidget(labels_);
  labels->addWidget(label_edit_);
  notes_ = section(notes_title_);
  alerts_ = section(alerts_title_);
  layout->addStretch(1);
  outer->addWidget(body_, 10);
  scroll->setWidget(page);
  setWidget(scroll);
  setMinimumWidth(280);
  connect(label_edit_, &QLineEdit::returnPressed, this, &GuestDock::addLabel);
}

void GuestDock::retranslate() {
  setWindowTitle(tr("Guest"));
  setAccessibleName(tr("Guest"));
  empty_->setText(tr("The guest of the open conversation appears here, with the stay as the hotel system holds it."));
  stay_title_->setText(tr("Stay"));
  labels_title_->setText(tr("Labels"));
  notes_title_->setText(tr("Notes"));
  alerts_title_->setText(tr("Alerts"));
  label_edit_->setPlaceholderText(tr("Add a label…"));
  label_edit_->setAccessibleName(tr("Add a label"));
  refreshIdentity();
  showBookings();
  refreshNotes();
  refreshAlerts();
}

const wire::Conversation* GuestDock::conversation() const {
  return id_.isEmpty() ? nullptr : context_.workspace.conversations().find(id_);
}

void GuestDock::setConversation(const QString& id) {
  id_ = id;
  phone_.clear();
  bookings_.clear();
  error_.reset();
  loading_ = false;
  body_->setVisible(!id.isEmpty());
  empty_->setVisible(id.isEmpty());
  label_edit_->clear();
  refreshIdentity();
  showBookings();
  refreshNotes();
  refreshAlerts();
}

void GuestDock::refreshIdentity() {
  const auto* c = conversation();
  if (!c) return;
  const QString name = Format::guestName(c->guest);
  avatar_->setPerson(name, id_);
  name_->setFullText(name);
  phone_label_->setFullText(toQt(c->guest.phone));
  phone_label_->setVisible(!c->guest.phone.empty() && !c->guest.name.empty());
  language_->setText(tr("Speaks %1").arg(Format::language(toQt(c->guest.language))));
  language_->setVisible(!c->guest.language.empty());
  empty(labels_->layout());
  for (const auto& label : c->labels) {
    auto* chip = makeButton(u"reply"_s, u"label_"_s + toQt(label), labels_);
    nameButton(chip, toQt(label) + u"  ×"_s, tr("Remove the label %1").arg(toQt(label)));
    chip->setAccessibleName(tr("Remove the label %1").arg(toQt(label)));
    connect(chip, &QPushButton::clicked, this, [this, text = toQt(label)] { removeLabel(text); }, Qt::QueuedConnection);
    labels_->layout()->addWidget(chip);
    chip->show();
  }
  labels_->setVisible(!c->labels.empty());
  if (toQt(c->guest.phone) != phone_) {
    phone_ = toQt(c->guest.phone);
    fetchBookings();
  }
}

void GuestDock::fetchBookings() {
  bookings_.clear();
  error_.reset();
  if (phone_.isEmpty()) return showBookings();
  loading_ = true;
  showBookings();
  context_.api().bookings(phone_).then(this, [this, id = id_](const auto& result) {
    if (id != id_) return;
    loading_ = false;
    if (result)
      bookings_ = result->items;
    else
      error_ = result.error();
    showBookings();
  });
}

void GuestDock::showBookings() {
  cards_.clear();
  empty(stay_);
  if (id_.isEmpty()) return;
  for (const auto& booking : bookings_) {
    auto* card = new BookingCard(context_.theme, booking, context_.clock().now(), body_);
    cards_.push_back(card);
    stay_->addWidget(card);
  }
  if (!cards_.empty()) return;
  auto* line = makeLabel(body_, nullptr, error_ ? "danger" : "muted");
  line->setObjectName(u"stayState"_s);
  stay_->addWidget(line);
  if (loading_)
    line->setText(tr("Asking the hotel system…"));
  else if (!error_)
    line->setText(tr("No booking with this number."));
  else {
    line->setText(
        error_->requestId.isEmpty()
            ? tr("The hotel system could not be asked: %1").arg(error_->detail)
            : tr("The hotel system could not be asked: %1 (request %2)").arg(error_->detail, error_->requestId));
    auto* retry = makeButton(u""_s, u"stayRetry"_s, body_);
    nameButton(retry, tr("Retry"));
    connect(retry, &QPushButton::clicked, this, &GuestDock::fetchBookings, Qt::QueuedConnection);
    stay_->addWidget(retry);
  }
}

void GuestDock::refreshNotes() {
  empty(notes_);
  const auto* model = id_.isEmpty() ? nullptr : context_.workspace.resident(id_);
  int shown = 0;
  for (int row = model ? model->rowCount() - 1 : -1; row >= 0 && shown < kNotesMost; --row) {
    const auto message = model->messageAt(row);
    if (!message || message->direction != wire::Direction::kNote) continue;
    auto* card = new QFrame(body_);
    card->setProperty("banner", u"note"_s);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(10, 6, 10, 8);
    inside->setSpacing(2);
    auto* head = makeLabel(card, nullptr, "note");
    head->setText(tr("%1 · %2", "author and time of a note")
                      .arg(toQt(message->author.name), Format::stamp(message->created_at, context_.clock().now())));
    auto* text = makeLabel(card);
    text->setText(toQt(message->text));
    inside->addWidget(head);
    inside->addWidget(text);
    notes_->addWidget(card);
    ++shown;
  }
  notes_title_->setVisible(shown > 0);
}

void GuestDock::refreshAlerts() {
  empty(alerts_);
  auto& model = context_.workspace.alerts();
  int shown = 0;
  for (int row = 0; row < model.rowCount() && !id_.isEmpty(); ++row) {
    const QModelIndex index = model.index(row);
    if (index.data(role(AlertRole::kConversationId)).toString() != id_ || index.data(role(AlertRole::kAcked)).toBool())
      continue;
    auto* line = makeLabel(body_, nullptr,
                           index.data(role(AlertRole::kSeverity)).toString() == u"critical" ? "danger" : "warning");
    line->setText(index.data(role(AlertRole::kText)).toString());
    alerts_->addWidget(line);
    ++shown;
  }
  alerts_title_->setVisible(shown > 0);
}

void GuestDock::addLabel() {
  const auto* c = conversation();
  const QString label = label_edit_->text().trimmed();
  if (!c || label.isEmpty()) return;
  QStringList labels;
  for (const auto& known : c->labels) labels << toQt(known);
  if (!labels.contains(label)) labels << label;
  label_edit_->clear();
  setLabels(labels);
}

void GuestDock::removeLabel(const QString& label) {
  const auto* c = conversation();
  if (!c) return;
  QStringList labels;
  for (const auto& known : c->labels)
    if (toQt(known) != label) labels << toQt(known);
  setLabels(labels);
}

void GuestDock::setLabels(const QStringList& labels) {
  context_.engine().setLabels(id_, labels).then(this, [this](const auto& result) {
    if (!result) Q_EMIT failed(tr("The labels were not changed: %1").arg(result.error().detail));
  });
}

}  // namespace hotel::guiwidgets
