#include "widgets/canned_popup.h"

#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/language.h"

namespace hotel::guiwidgets {
using guimodels::CannedRole;
using guimodels::role;
using namespace Qt::StringLiterals;
namespace {

class CannedDelegate : public QStyledItemDelegate {
 public:
  CannedDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {200, option.fontMetrics.height() * 2 + 14};
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    painter->save();
    painter->fillRect(option.rect,
                      theme_.color(option.state.testFlag(QStyle::State_Selected) ? Ink::kSelection : Ink::kSurface));
    QRect line = option.rect.adjusted(12, 6, -12, 0);
    line.setHeight(option.fontMetrics.height());
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(theme_.color(Ink::kText));
    painter->drawText(line, Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(index.data(role(CannedRole::kTitle)).toString(), Qt::ElideRight,
                                                        line.width() - 40));
    painter->setFont(option.font);
    painter->setPen(theme_.color(Ink::kTextMuted));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, index.data(role(CannedRole::kLanguage)).toString());
    line.translate(0, option.fontMetrics.height() + 2);
    painter->drawText(line, Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(role(CannedRole::kText)).toString().simplified(),
                                                    Qt::ElideRight, line.width()));
    painter->restore();
  }

 private:
  const Theme& theme_;
};

}  // namespace

CannedPopup::CannedPopup(const Theme& theme, guimodels::CannedReplyModel& model, QWidget* parent)
    : QFrame(parent), model_(model) {
  setObjectName(u"cannedPopup"_s);
  setProperty("card", true);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(4, 4, 4, 4);
  list_ = new QListView(this);
  list_->setObjectName(u"cannedList"_s);
  list_->setModel(&model);
  list_->setItemDelegate(new CannedDelegate(theme, list_));
  list_->setUniformItemSizes(true);
  list_->setFocusPolicy(Qt::NoFocus);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setFrameShape(QFrame::NoFrame);
  empty_ = makeLabel(this, nullptr, "muted");
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setMargin(12);
  layout->addWidget(list_);
  layout->addWidget(empty_);
  connect(list_, &QListView::clicked, this, &CannedPopup::chosen);
  retranslating(this, [this] {
    list_->setAccessibleName(tr("Canned replies"));
    empty_->setText(tr("No canned reply with these words."));
  });
  hide();
}

void CannedPopup::open(const QString& words, const QString& language, const QRect& above) {
  model_.search(words, language);
  const int rows = model_.rowCount();
  list_->setVisible(rows > 0);
  empty_->setVisible(rows == 0);
  const int row = list_->fontMetrics().height() * 2 + 14;
  const int height = rows == 0 ? 56 : qMin(5, rows) * row + 12;
  setGeometry(above.left(), qMax(0, above.top() - height - 8), qMin(above.width(), 560), height);
  if (rows > 0) list_->setCurrentIndex(model_.index(0, 0));
  show();
  raise();
}

bool CannedPopup::handle(int key) {
  if (!isVisible()) return false;
  const int rows = model_.rowCount(), row = list_->currentIndex().row();
  switch (key) {
    case Qt::Key_Escape:
      hide();
      return true;
    case Qt::Key_Down:
      if (rows > 0) list_->setCurrentIndex(model_.index((row + 1) % rows, 0));
      return true;
    case Qt::Key_Up:
      if (rows > 0) list_->setCurrentIndex(model_.index((row + rows - 1) % rows, 0));
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
      if (rows == 0) return false;
      Q_EMIT chosen(list_->currentIndex());
      return true;
    default:
      return false;
  }
}

}  // namespace hotel::guiwidgets
