#include "widgets/simulator/simulator_window.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <boost/json/serialize.hpp>

#include "core/text.h"
#include "widgets/controls.h"
#include "widgets/delegates/message_delegate.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guicore::toStd;
using namespace Qt::StringLiterals;
namespace {

constexpr int kMost = 100;
constexpr int kBubbleWidth = 250;

bool visibleToGuest(const wire::Message& message) {
  if (message.direction == wire::Direction::kIn) return true;
  if (message.direction == wire::Direction::kNote || message.author.kind == wire::AuthorKind::kSystem) return false;
  switch (message.status) {
    case wire::MessageStatus::kQueued:
    case wire::MessageStatus::kSending:
    case wire::MessageStatus::kFailed:
    case wire::MessageStatus::kRefused:
    case wire::MessageStatus::kUnknown:
      return false;
    default:
      return true;
  }
}

bool isList(const wire::Message& message) {
  const auto* action = message.interactive.if_contains("action");
  return action && action->is_object() && action->as_object().contains("sections");
}

}  // namespace

SimulatorWindow::SimulatorWindow(const Context& context, QWidget* parent)
    : QWidget(parent, Qt::Window), context_(context) {
  setObjectName(u"simulatorWindow"_s);
  setAttribute(Qt::WA_DeleteOnClose);
  setAttribute(Qt::WA_StyledBackground);
  build();
  connect(send_, &QPushButton::clicked, this, &SimulatorWindow::sendText);
  connect(text_, &QLineEdit::returnPressed, this, &SimulatorWindow::sendText);
  connect(text_, &QLineEdit::textChanged, this,
          [this] { send_->setEnabled(!sending_ && !text_->text().trimmed().isEmpty()); });
  connect(phone_, &QLineEdit::editingFinished, this, &SimulatorWindow::follow);
  connect(&context_.engine(), &guicore::SyncEngine::conversationsChanged, this, [this] {
    if (conversation_.isEmpty()) follow();
  });
  retranslating(this, [this] { retranslate(); });
  follow();
}

SimulatorWindow::~SimulatorWindow() {
  disconnect(phone_, nullptr, this, nullptr);  // a field that loses the focus by being destroyed has not been edited
  clear();
}

void SimulatorWindow::build() {
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(16, 16, 16, 16);
  outer->setSpacing(10);
  hint_ = makeLabel(this, nullptr, "muted");
  outer->addWidget(hint_);
  auto* who = new QHBoxLayout;
  phone_ = new QLineEdit(u"+34600111222"_s, this);
  phone_->setObjectName(u"simulatorPhone"_s);
  name_ = new QLineEdit(u"Lucía Ferrer"_s, this);
  name_->setObjectName(u"simulatorName"_s);
  who->addWidget(name_);
  who->addWidget(phone_);
  outer->addLayout(who);
  auto* phone = new QFrame(this);
  phone->setObjectName(u"phone"_s);
  auto* layout = new QVBoxLayout(phone);
  layout->setContentsMargins(10, 12, 10, 12);
  layout->setSpacing(8);
  title_ = makeLabel(phone, "title");
  title_->setAlignment(Qt::AlignCenter);
  layout->addWidget(title_);
  layout->addWidget(makeRule(phone));
  scroll_ = new QScrollArea(phone);
  scroll_->setObjectName(u"simulatorScroll"_s);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  page_ = new QWidget(scroll_);
  page_->setAttribute(Qt::WA_StyledBackground);
  page_->setProperty("pane", u"chat"_s);
  column_ = new QVBoxLayout(page_);
  column_->setContentsMargins(4, 4, 4, 4);
  column_->setSpacing(6);
  column_->addStretch();
  scroll_->setWidget(page_);
  layout->addWidget(scroll_, 1);
  banner_ = new Banner(context_.theme, u"simulatorBanner"_s, phone);
  layout->addWidget(banner_);
  auto* line = new QHBoxLayout;
  text_ = new QLineEdit(phone);
  text_->setObjectName(u"simulatorText"_s);
  text_->setMinimumHeight(36);
  send_ = makeButton(u"primary"_s, u"simulatorSend"_s, phone);
  send_->setEnabled(false);
  line->addWidget(text_, 1);
  line->addWidget(send_);
  layout->addLayout(line);
  outer->addWidget(phone, 1);
  resize(400, 720);
}

void SimulatorWindow::retranslate() {
  setWindowTitle(tr("Guest simulator"));
  setAccessibleName(tr("Guest simulator"));
  hint_->setText(tr("Sandbox: what you write here arrives as a guest's WhatsApp message."));
  phone_->setAccessibleName(tr("Telephone number of the guest"));
  phone_->setToolTip(phone_->accessibleName());
  name_->setAccessibleName(tr("Name of the guest"));
  name_->setToolTip(name_->accessibleName());
  title_->setText(tr("Hotel"));
  text_->setPlaceholderText(tr("Message"));
  text_->setAccessibleName(tr("Message of the guest"));
  scroll_->setAccessibleName(tr("Conversation on the guest's telephone"));
  nameButton(send_, tr("Send", "as the guest"));
}

QString SimulatorWindow::digits() const {
  QString out;
  for (const QChar c : phone_->text())
    if (c.isDigit()) out += c;
  return out;
}

void SimulatorWindow::clear() {
  if (model_) disconnect(model_, nullptr, this, nullptr);
  model_ = nullptr;
  if (!conversation_.isEmpty()) context_.workspace.close(conversation_);
  conversation_.clear();
  qDeleteAll(bubbles_);
  bubbles_.clear();
}

void SimulatorWindow::follow() {
  const QString wanted = u'+' + digits();
  auto& list = context_.workspace.conversations();
  QString found;
  for (int row = 0; row < list.rowCount() && found.isEmpty(); ++row)
    if (toQt(list.at(row).guest.phone) == wanted) found = toQt(list.at(row).id);
  if (found == conversation_ && (model_ || found.isEmpty())) return;
  clear();
  if (found.isEmpty()) return;
  conversation_ = found;
  model_ = &context_.workspace.open(found);
  connect(model_, &QAbstractItemModel::rowsInserted, this,
          [this](const QModelIndex&, int first, int last) { show(first, last); });
  connect(model_, &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex& first, const QModelIndex& last) { show(first.row(), last.row()); });
  show(0, model_->rowCount() - 1);
}

void SimulatorWindow::show(int first, int last) {
  for (int row = qMax(first, last - kMost); row <= last; ++row) {
    const auto message = model_->messageAt(row);
    if (!message || !visibleToGuest(*message) || bubbles_.contains(toQt(message->id))) continue;
    // Its place among the bubbles: behind every shown message that stands before it in the timeline.
    int at = 0;
    for (int before = row - 1; before >= 0; --before) {
      const auto* widget = bubbles_.value(model_->rowIdAt(before));
      if (!widget) continue;
      at = column_->indexOf(widget);
      break;
    }
    addBubble(*message, at + 1);
  }
  toEnd();
}

void SimulatorWindow::addBubble(const wire::Message& message, int at) {
  const bool own = message.direction == wire::Direction::kIn;
  auto* row = new QWidget(page_);
  auto* layout = new QVBoxLayout(row);
  layout->setContentsMargins(own ? 48 : 0, 0, own ? 0 : 48, 0);
  layout->setSpacing(4);
  auto* bubble = new QFrame(row);
  bubble->setObjectName(u"simulatorBubble"_s);
  auto* inside = new QVBoxLayout(bubble);
  inside->setContentsMargins(10, 7, 10, 7);
  auto* text = makeLabel(bubble);
  text->setText(toQt(message.text));
  text->setTextInteractionFlags(Qt::TextSelectableByMouse);
  text->setAccessibleName(own ? tr("You: %1").arg(toQt(message.text)) : tr("Hotel: %1").arg(toQt(message.text)));
  const QRect natural =
      text->fontMetrics().boundingRect(QRect(0, 0, kBubbleWidth, 10'000), Qt::TextWordWrap, toQt(message.text));
  text->setFixedWidth(qMin(kBubbleWidth, natural.width() + 2));
  text->setMinimumHeight(text->heightForWidth(text->width()));
  inside->addWidget(text);
  const Theme& theme = context_.theme;
  const auto paint = [bubble, own, &theme] {
    bubble->setStyleSheet(u"QFrame#simulatorBubble{background:%1;border:1px solid %2;border-radius:10px}"_s.arg(
        theme.color(own ? Ink::kBubbleStaff : Ink::kBubbleGuest).name(), theme.color(Ink::kBorder).name()));
  };
  paint();
  connect(&theme, &Theme::changed, bubble, paint);
  layout->addWidget(bubble, 0, own ? Qt::AlignRight : Qt::AlignLeft);
  if (!own) {
    const bool list = isList(message);
    for (const Choice& choice : choicesOf(QString::fromStdString(boost::json::serialize(message.interactive)))) {
      auto* button = makeButton(u"reply"_s, u"choice_"_s + choice.id, row);
      nameButton(button, choice.title, choice.description);
      connect(button, &QPushButton::clicked, this, [this, choice, list] { press(choice.id, choice.title, list); });
      layout->addWidget(button, 0, Qt::AlignLeft);
    }
  }
  column_->insertWidget(at, row);
  bubbles_.insert(toQt(message.id), row);
}

void SimulatorWindow::toEnd() {
  QTimer::singleShot(0, this, [this] {
    page_->adjustSize();
    scroll_->verticalScrollBar()->setValue(scroll_->verticalScrollBar()->maximum());
  });
}

void SimulatorWindow::sendText() {
  const QString text = text_->text().trimmed();
  if (text.isEmpty() || sending_) return;
  post({{"text", toStd(text)}});
}

void SimulatorWindow::press(const QString& id, const QString& title, bool row) {
  if (sending_) return;
  boost::json::object button{{"id", toStd(id)}, {"title", toStd(title)}};
  if (row) button["row"] = true;
  boost::json::object body;
  body["button"] = std::move(button);
  post(std::move(body));
}

void SimulatorWindow::post(boost::json::object body) {
  if (digits().size() < 5) {
    banner_->show(u"danger"_s, u"error"_s, tr("A telephone number with country code is needed."));
    return;
  }
  body["phone"] = toStd(u'+' + digits());
  body["name"] = toStd(name_->text().trimmed());
  sending_ = true;
  send_->setEnabled(false);
  guicore::ApiClient::Request request;
  request.method = "POST";
  request.path = u"/sandbox/messages"_s;
  request.body = std::move(body);
  request.deadline = guicore::ApiClient::kWriteDeadline;
  const bool typed = request.body->as_object().contains("text");
  context_.api()
      .call<guicore::Nothing>(request, [](const boost::json::value&) { return std::optional{guicore::Nothing{}}; })
      .then(this, [this, typed](const auto& result) {
        sending_ = false;
        if (result) {
          banner_->hide();
          if (typed) text_->clear();
        } else if (result.error().status == 404) {
          banner_->show(u"danger"_s, u"error"_s, tr("This daemon is not in the sandbox: nobody can write as a guest."));
        } else {
          banner_->show(u"danger"_s, u"error"_s, tr("Not sent: %1").arg(result.error().detail));
        }
        send_->setEnabled(!text_->text().trimmed().isEmpty());
        follow();
      });
}

void SimulatorWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QWidget::keyPressEvent(event);
}

}  // namespace hotel::guiwidgets
