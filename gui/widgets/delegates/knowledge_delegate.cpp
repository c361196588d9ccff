#include "widgets/delegates/knowledge_delegate.h"

#include <QPainter>

#include "models/knowledge_model.h"
#include "models/roles.h"

namespace hotel::guiwidgets {
using guimodels::KnowledgeRole;
using guimodels::KnowledgeState;
using guimodels::role;
using namespace Qt::StringLiterals;
namespace {

void line(QPainter& painter, const QRect& rect, const QString& text, Qt::LayoutDirection side) {
  painter.drawText(rect, static_cast<int>(QStyle::visualAlignment(side, Qt::AlignLeft | Qt::AlignVCenter)),
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

}  // namespace

QSize KnowledgeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {160, option.fontMetrics.height() * 2 + 20};
}

void KnowledgeDelegate::paintTopic(QPainter& painter, const QRect& inner, const QModelIndex& index,
                                   Qt::LayoutDirection side) const {
  const int height = painter.fontMetrics().height();
  QRect top(inner.left(), inner.center().y() - height - 1, inner.width(), height);
  const QFont font = painter.font();
  QFont strong = font;
  strong.setWeight(QFont::DemiBold);
  painter.setFont(strong);
  painter.setPen(context_.theme.color(Ink::kText));
  line(painter, top, index.data().toString(), side);
  painter.setFont(font);
  // What is not saved in any of its languages.
  const QString key = index.data(role(KnowledgeRole::kKey)).toString();
  bool edited = false;
  for (const QString& language : guimodels::KnowledgeModel::languages())
    edited = edited || context_.workspace.knowledgeEdits().get(key, language);
  painter.setPen(context_.theme.color(edited ? Ink::kWarning : Ink::kTextMuted));
  top.translate(0, height + 3);
  line(painter, top, edited ? tr("not saved") : key, side);
}

void KnowledgeDelegate::paintText(QPainter& painter, const QRect& inner, const QModelIndex& index,
                                  Qt::LayoutDirection side) const {
  const auto state = static_cast<KnowledgeState>(index.data(role(KnowledgeRole::kState)).toInt());
  const int height = painter.fontMetrics().height();
  QRect top(inner.left(), inner.center().y() - height - 1, inner.width(), height);
  if (state == KnowledgeState::kMissing) {
    painter.setPen(context_.theme.color(Ink::kDanger));
    top.moveTop(inner.center().y() - height / 2);
    return line(painter, top, tr("missing", "text in a language"), side);
  }
  const QString text = index.data(role(KnowledgeRole::kText)).toString().simplified();
  if (state == KnowledgeState::kSample) {
    painter.setPen(context_.theme.color(Ink::kWarning));
    line(painter, top, tr("sample, replace it"), side);
    painter.setPen(context_.theme.color(Ink::kTextMuted));
    top.translate(0, height + 3);
    return line(painter, top, text, side);
  }
  painter.setPen(context_.theme.color(Ink::kText));
  const QString first = painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width());
  if (first == text) {
    top.moveTop(inner.center().y() - height / 2);
    return line(painter, top, text, side);
  }
  painter.drawText(QRect(inner.left(), top.top(), inner.width(), height * 2 + 3),
                   static_cast<int>(QStyle::visualAlignment(side, Qt::AlignLeft | Qt::AlignTop)) | Qt::TextWordWrap,
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width() * 2 - height * 3));
}

void KnowledgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = context_.theme;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setClipRect(option.rect);
  painter->setFont(option.font);
  const bool selected = option.state.testFlag(QStyle::State_Selected);
  painter->fillRect(option.rect, theme.color(selected ? Ink::kSelection : Ink::kSurface));
  const QRect inner = option.rect.adjusted(12, 0, -12, 0);
  index.column() == 0 ? paintTopic(*painter, inner, index, option.direction)
                      : paintText(*painter, inner, index, option.direction);
  painter->setPen(theme.color(Ink::kBorder));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(QPen(theme.color(Ink::kFocus), 2));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
  }
  painter->restore();
}

}  // namespace hotel::guiwidgets
