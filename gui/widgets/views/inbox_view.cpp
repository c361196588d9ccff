#include "widgets/views/inbox_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <array>

#include "widgets/composer.h"
#include "widgets/controls.h"
#include "widgets/views/conversation_list_pane.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/message_list.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;
namespace {

constexpr std::array kViews{wire::View::kWaiting, wire::View::kMine, wire::View::kUnassigned,
                            wire::View::kAgent,   wire::View::kAll,  wire::View::kClosed};

// A saved view: its name at the start, its live count at the end of the button.
class ViewButton : public QPushButton {
 public:
  explicit ViewButton(QWidget* parent) : QPushButton(parent), count_(new QLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addStretch();
    layout->addWidget(count_);
    count_->setTextFormat(Qt::PlainText);
    count_->setProperty("tone", u"muted"_s);
    count_->setAttribute(Qt::WA_TransparentForMouseEvents);
    setProperty("view", true);
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
  }
  void setCount(int count) {
    count_->setText(count > 0 ? QLocale().toString(count) : QString());
    count_->setObjectName(objectName() + u"Count"_s);
  }
  QSize sizeHint() const override { return QPushButton::sizeHint() + QSize(28, 0); }
  QSize minimumSizeHint() const override { return sizeHint(); }

 private:
  QLabel* count_;
};

}  // namespace

InboxView::InboxView(const Context& context, CommandRegistry& commands, QWidget* parent)
    : QWidget(parent), context_(context) {
  setObjectName(u"inboxView"_s);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  views_ = new QWidget(this);
  views_->setObjectName(u"savedViews"_s);
  views_->setAttribute(Qt::WA_StyledBackground);
  views_->setProperty("pane", u"side"_s);
  views_->setMinimumWidth(144);
  views_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
  auto* column = new QVBoxLayout(views_);
  column->setContentsMargins(8, 16, 8, 8);
  column->setSpacing(2);
  auto* section = makeLabel(views_, "section");
  section->setObjectName(u"viewsTitle"_s);
  section->setContentsMargins(8, 0, 0, 6);
  column->addWidget(section);
  for (const wire::View view : kViews) {
    auto* button = new ViewButton(views_);
    button->setObjectName(u"view_"_s + QString::fromLatin1(wire::name(view).data()));
    connect(button, &QPushButton::clicked, this, [this, view] { setView(view); });
    buttons_.insert(static_cast<int>(view), button);
    column->addWidget(button);
  }
  column->addStretch();
  layout->addWidget(views_);
  splitter_ = new QSplitter(this);
  splitter_->setObjectName(u"inboxSplitter"_s);
  splitter_->setHandleWidth(1);
  splitter_->setChildrenCollapsible(false);
  list_ = new ConversationListPane(context, commands, splitter_);
  list_->setMinimumWidth(260);
  conversation_ = new ConversationView(context, splitter_);
  conversation_->setMinimumWidth(400);
  splitter_->addWidget(list_);
  splitter_->addWidget(conversation_);
  splitter_->setStretchFactor(0, 0);
  splitter_->setStretchFactor(1, 1);
  splitter_->setSizes({320, 640});
  layout->addWidget(splitter_, 1);
  connect(list_, &ConversationListPane::opened, this, &InboxView::open);
  connect(list_, &ConversationListPane::allWanted, this,
          [this] { setView(list_->view() == wire::View::kWaiting ? wire::View::kAgent : wire::View::kAll); });
  connect(conversation_, &ConversationView::leftComposer, this, [this] { list_->list().setFocus(); });
  connect(&context.workspace, &guimodels::Workspace::countsChanged, this, &InboxView::retranslate);
  buttons_[static_cast<int>(list_->view())]->setChecked(true);
  retranslating(this, [this] { retranslate(); });
}

void InboxView::retranslate() {
  findChild<QLabel*>(u"viewsTitle"_s)->setText(tr("Views"));
  const auto set = [this](wire::View view, const QString& name) {
    auto* button = static_cast<ViewButton*>(buttons_[static_cast<int>(view)]);
    const int count = view == wire::View::kAll || view == wire::View::kClosed ? 0 : context_.workspace.count(view);
    button->setText(name);
    button->setToolTip(name);
    button->setAccessibleName(count > 0 ? tr("%1, %n conversation(s)", "a saved view and its count", count).arg(name)
                                        : name);
    button->setCount(context_.workspace.count(view));
  };
  set(wire::View::kWaiting, tr("Waiting"));
  set(wire::View::kMine, tr("Mine"));
  set(wire::View::kUnassigned, tr("Unassigned"));
  set(wire::View::kAgent, tr("Bot"));
  set(wire::View::kAll, tr("All"));
  set(wire::View::kClosed, tr("Closed"));
}

void InboxView::setView(wire::View view) {
  buttons_[static_cast<int>(view)]->setChecked(true);
  list_->setView(view);
}

void InboxView::open(const QString& id) {
  if (id == conversation_->conversationId()) return;
  last_ = conversation_->conversationId();
  conversation_->open(id);
  list_->select(id);
  Q_EMIT conversationOpened(id);
}

void InboxView::openLast() {
  if (!last_.isEmpty()) open(QString(last_));
}

QList<QWidget*> InboxView::panes() const {
  QList<QWidget*> out{buttons_[static_cast<int>(list_->view())], &list_->list()};
  if (!conversation_->conversationId().isEmpty())
    out << &conversation_->list() << conversation_->composer().findChild<QWidget*>(u"composerEditor"_s);
  return out;
}

QByteArray InboxView::state() const {
  return splitter_->saveState();
}
void InboxView::restore(const QByteArray& state) {
  splitter_->restoreState(state);
}

}  // namespace hotel::guiwidgets
