#include "widgets/views/alerts_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guimodels::AlertRole;
using guimodels::role;
using namespace Qt::StringLiterals;
namespace {

class AlertDelegate : public QStyledItemDelegate {
 public:
  AlertDelegate(const Context& context, QObject* parent) : QStyledItemDelegate(parent), context_(context) {}
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {200, option.fontMetrics.height() * 2 + 28};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Theme& theme = context_.theme;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected),
               acked = index.data(role(AlertRole::kAcked)).toBool();
    painter->fillRect(option.rect, theme.color(selected ? Ink::kSelection : Ink::kSurface));
    const QString severity = index.data(role(AlertRole::kSeverity)).toString();
    const Ink ink = acked                     ? Ink::kTextMuted
                    : severity == u"critical" ? Ink::kDanger
                    : severity == u"warning"  ? Ink::kWarning
                                              : Ink::kInfo;
    const QRect inner = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(16, 0, -16, 0));
    painter->drawPixmap(inner.left(), inner.center().y() - 12,
                        theme.pixmap(acked                 ? u"check"_s
                                     : severity == u"info" ? u"info"_s
                                                           : u"warning"_s,
                                     ink, 24, painter->device()->devicePixelRatioF()));
    QRect line(inner.left() + 40, option.rect.center().y() - option.fontMetrics.height() - 1, inner.width() - 40,
               option.fontMetrics.height());
    QFont font = option.font;
    font.setWeight(acked ? QFont::Normal : QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(theme.color(acked ? Ink::kTextMuted : Ink::kText));
    painter->drawText(
        line, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data(role(AlertRole::kText)).toString(), Qt::ElideRight, line.width()));
    line.translate(0, option.fontMetrics.height() + 3);
    painter->setFont(option.font);
    painter->setPen(theme.color(Ink::kTextMuted));
    QString detail = Format::stamp(index.data(role(AlertRole::kAt)).toLongLong(), context_.clock().now());
    if (acked)
      detail += u" · "_s + AlertsView::tr("acknowledged by %1").arg(index.data(role(AlertRole::kAckedBy)).toString());
    painter->drawText(line, Qt::AlignVCenter, painter->fontMetrics().elidedText(detail, Qt::ElideRight, line.width()));
    painter->setPen(theme.color(Ink::kBorder));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
      painter->setPen(QPen(theme.color(Ink::kFocus), 2));
      painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
    }
    painter->restore();
  }

 private:
  Context context_;
};

}  // namespace

AlertsView::AlertsView(const Context& context, QWidget* parent) : QWidget(parent), context_(context) {
  setObjectName(u"alertsView"_s);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(16);
  auto* head = new QHBoxLayout;
  title_ = makeLabel(this, "title");
  setPointSize(title_, 1.4, true);
  open_ = makeButton(u""_s, u"alertOpenButton"_s, this);
  acknowledge_ = makeButton(u"primary"_s, u"alertAckButton"_s, this);
  head->addWidget(title_, 1);
  head->addWidget(open_);
  head->addWidget(acknowledge_);
  layout->addLayout(head);
  banner_ = new Banner(context.theme, u"alertsBanner"_s, this);
  layout->addWidget(banner_);
  pages_ = new QStackedWidget(this);
  state_ = new StateView(context.theme, u"alertsState"_s, pages_);
  list_ = new QListView(pages_);
  list_->setObjectName(u"alertsList"_s);
  list_->setModel(&context.workspace.alerts());
  list_->setItemDelegate(new AlertDelegate(context, list_));
  list_->setUniformItemSizes(true);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  pages_->addWidget(state_);
  pages_->addWidget(list_);
  layout->addWidget(pages_, 1);
  auto& model = context.workspace.alerts();
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(&model, signal, this, &AlertsView::refresh);
  connect(&model, &QAbstractItemModel::modelReset, this, &AlertsView::refresh);
  connect(&model, &QAbstractItemModel::dataChanged, this, &AlertsView::refresh);
  connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &AlertsView::refresh);
  connect(&context.engine(), &guicore::SyncEngine::connectionChanged, this, &AlertsView::refresh);
  const auto openCurrent = [this] {
    const QString id = list_->currentIndex().data(role(AlertRole::kConversationId)).toString();
    if (!id.isEmpty()) Q_EMIT conversationWanted(id);
  };
  connect(open_, &QPushButton::clicked, this, openCurrent);
  connect(list_, &QListView::activated, this, openCurrent);
  connect(acknowledge_, &QPushButton::clicked, this, &AlertsView::acknowledge);
  retranslating(this, [this] { retranslate(); });
}

void AlertsView::retranslate() {
  title_->setText(tr("Alerts"));
  setAccessibleName(tr("Alerts"));
  list_->setAccessibleName(tr("Alerts"));
  nameButton(open_, tr("Open conversation"));
  nameButton(acknowledge_, tr("Acknowledge"));
  refresh();
}

void AlertsView::refresh() {
  const QModelIndex index = list_->currentIndex();
  open_->setEnabled(!index.data(role(AlertRole::kConversationId)).toString().isEmpty());
  acknowledge_->setEnabled(index.isValid() && !index.data(role(AlertRole::kAcked)).toBool());
  if (context_.workspace.alerts().rowCount() > 0) {
    pages_->setCurrentWidget(list_);
    return;
  }
  pages_->setCurrentWidget(state_);
  if (context_.engine().connection().live())
    state_->show(StateView::Kind::kEmpty, u"alerts"_s, tr("No alerts"), tr("Nothing needs a person right now."));
  else
    state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading alerts…"), {});
}

void AlertsView::acknowledge() {
  const QString id = list_->currentIndex().data(role(AlertRole::kId)).toString();
  if (id.isEmpty()) return;
  acknowledge_->setEnabled(false);
  context_.engine().acknowledge(id).then(this, [this](const auto& result) {
    if (result)
      banner_->hide();
    else {
      banner_->setClosable(true);
      banner_->show(u"danger"_s, u"error"_s, tr("The alert was not acknowledged: %1").arg(result.error().detail));
    }
    refresh();
  });
}

}  // namespace hotel::guiwidgets
