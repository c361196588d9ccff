#include "widgets/delegates/ticket_delegate.h"

#include <QPainter>

#include "core/text.h"
#include "models/desk_texts.h"
#include "models/roles.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guimodels::role;
using guimodels::TicketRole;
using namespace Qt::StringLiterals;

QString ticketIcon(const QString& kind) {
  if (kind == u"unanswered_question") return u"question"_s;
  if (kind == u"invoice_request") return u"money"_s;
  if (kind == u"transfer_request") return u"location"_s;
  return u"bed"_s;
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {200, option.fontMetrics.height() * 2 + 28};
}

void TicketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Theme& theme = context_.theme;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state.testFlag(QStyle::State_Selected),
             open = index.data(role(TicketRole::kOpen)).toBool();
  painter->fillRect(option.rect, theme.color(selected ? Ink::kSelection : Ink::kSurface));
  const QRect inner = option.rect.adjusted(16, 0, -16, 0);
  const auto placed = [&](const QRect& rect) { return QStyle::visualRect(option.direction, inner, rect); };
  const QString kind = index.data(role(TicketRole::kKind)).toString();
  const Ink ink = !open ? Ink::kTextMuted : kind == u"unanswered_question" ? Ink::kAgent : Ink::kAccent;
  const QRect icon = placed({inner.left(), inner.center().y() - 11, 24, 24});
  painter->drawPixmap(icon.topLeft(), theme.pixmap(open ? ticketIcon(kind) : u"check"_s, ink, 24,
                                                   painter->device()->devicePixelRatioF()));
  const int height = option.fontMetrics.height();
  const QString age = Format::shortAge(index.data(role(TicketRole::kLastAt)).toLongLong(), context_.clock().now());
  const int ageWidth = option.fontMetrics.horizontalAdvance(age);
  QRect line(inner.left() + 40, option.rect.center().y() - height - 1, inner.width() - 40 - ageWidth - 12, height);
  QFont strong = option.font;
  strong.setWeight(open ? QFont::DemiBold : QFont::Normal);
  painter->setFont(strong);
  painter->setPen(theme.color(open ? Ink::kText : Ink::kTextMuted));
  const QString head = guimodels::ticketKindText(kind.toStdString()) + u"  ·  "_s +
                       guicore::isolated(index.data(role(TicketRole::kGuest)).toString());
  const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
  painter->drawText(placed(line), static_cast<int>(side),
                    painter->fontMetrics().elidedText(head, Qt::ElideRight, line.width()));
  painter->setFont(option.font);
  painter->setPen(theme.color(Ink::kTextMuted));
  const QRect right(inner.right() - ageWidth, line.top(), ageWidth + 1, height);
  painter->drawText(placed(right), static_cast<int>(side), age);
  line.translate(0, height + 3);
  line.setWidth(inner.width() - 40);
  const QString words = index.data(role(TicketRole::kText)).toString().simplified();
  painter->drawText(placed(line), static_cast<int>(side),
                    option.fontMetrics.elidedText(words, Qt::ElideRight, line.width()));
  painter->setPen(theme.color(Ink::kBorder));
  painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(QPen(theme.color(Ink::kFocus), 2));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
  }
  painter->restore();
}

}  // namespace hotel::guiwidgets
