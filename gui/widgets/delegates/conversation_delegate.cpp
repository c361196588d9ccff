#include "widgets/delegates/conversation_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "models/roles.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using guimodels::ConversationRole;
using guimodels::role;
using namespace Qt::StringLiterals;
namespace {

constexpr int kPad = 12, kAvatar = 40, kGap = 12;

QFont sized(const QFont& base, double factor, bool bold) {
  QFont font = base;
  font.setPointSizeF(base.pointSizeF() * factor);
  if (bold) font.setWeight(QFont::DemiBold);
  return font;
}

// Text from the start of the reading direction; the remaining rectangle is what is left of the line.
void drawStart(QPainter& painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction) {
  const Qt::Alignment align =
      Qt::AlignVCenter | Qt::AlignAbsolute | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
  painter.drawText(rect, static_cast<int>(align) | Qt::TextSingleLine,
                   painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

QRect takeEnd(QRect& rect, int width, Qt::LayoutDirection direction) {
  QRect part = rect;
  if (direction == Qt::RightToLeft) {
    part.setWidth(width);
    rect.setLeft(part.right() + 7);
  } else {
    part.setLeft(rect.right() - width + 1);
    rect.setRight(part.left() - 7);
  }
  return part;
}

QRect takeStart(QRect& rect, int width, Qt::LayoutDirection direction) {
  return takeEnd(rect, width, direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
}

}  // namespace

ConversationDelegate::ConversationDelegate(const Theme& theme, guicore::GuiClock& clock, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme), clock_(clock) {}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {200, qMax(kAvatar, option.fontMetrics.height() * 2 + 6) + 2 * kPad};
}

ConversationDelegate::Lines ConversationDelegate::linesOf(const QStyleOptionViewItem& option) {
  const QRect inner = option.rect.adjusted(kPad + 4, kPad, -kPad, -kPad);
  const int line = option.fontMetrics.height();
  Lines lines;
  lines.avatar = QRect(inner.left(), inner.center().y() - kAvatar / 2, kAvatar, kAvatar);
  QRect text = inner;
  text.setLeft(inner.left() + kAvatar + kGap);
  const int top = text.center().y() - line - 2;
  lines.first = QRect(text.left(), top, text.width(), line);
  lines.second = QRect(text.left(), top + line + 5, text.width(), line);
  if (option.direction == Qt::RightToLeft)
    for (QRect* rect : {&lines.avatar, &lines.first, &lines.second})
      *rect = QStyle::visualRect(option.direction, option.rect, *rect);
  return lines;
}

void ConversationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state.testFlag(QStyle::State_Selected),
             hovered = option.state.testFlag(QStyle::State_MouseOver);
  const QColor ground = theme_.color(selected ? Ink::kSelection : hovered ? Ink::kHover : Ink::kSurface);
  painter->fillRect(option.rect, ground);
  if (selected) {
    const QRect bar = QStyle::visualRect(option.direction, option.rect,
                                         QRect(option.rect.left(), option.rect.top(), 4, option.rect.height()));
    painter->fillRect(bar, theme_.color(Ink::kAccent));
  }
  const Lines lines = linesOf(option);
  paintAvatar(*painter, lines.avatar, index, ground);
  paintFirst(*painter, lines.first, option, index);
  paintSecond(*painter, lines.second, option, index);
  painter->setPen(theme_.color(Ink::kBorder));
  painter->drawLine(QPoint(lines.first.left(), option.rect.bottom()),
                    QPoint(option.rect.right(), option.rect.bottom()));
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter->setPen(QPen(theme_.color(Ink::kFocus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(3, 3, -3, -3), 6, 6);
  }
  painter->restore();
}

void ConversationDelegate::paintAvatar(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                       const QColor& ground) const {
  Avatar::paint(painter, rect, index.data(role(ConversationRole::kGuestName)).toString(),
                index.data(role(ConversationRole::kId)).toString(), theme_);
  // Who answers: the bot, or the person it is assigned to.
  const QRectF badge(rect.right() - 14, rect.bottom() - 14, 18, 18);
  painter.setPen(QPen(ground, 2));
  painter.setBrush(theme_.color(index.data(role(ConversationRole::kOwnerAgent)).toBool() ? Ink::kAgent : Ink::kAccent));
  painter.drawEllipse(badge);
  const bool agent = index.data(role(ConversationRole::kOwnerAgent)).toBool();
  painter.drawPixmap(badge.adjusted(3, 3, -3, -3).toRect(),
                     theme_.pixmap(agent ? u"bot"_s : u"person"_s, agent ? Ink::kSurface : Ink::kOnAccent, 12,
                                   painter.device()->devicePixelRatioF()));
}

void ConversationDelegate::paintFirst(QPainter& painter, QRect rect, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const {
  const int unread = index.data(role(ConversationRole::kUnread)).toInt();
  const QString waiting = index.data(role(ConversationRole::kWaitingText)).toString();
  if (!waiting.isEmpty()) {
    const auto sla = static_cast<guimodels::SlaState>(index.data(role(ConversationRole::kSlaState)).toInt());
    const Ink ink = sla == guimodels::SlaState::kBreached  ? Ink::kDanger
                    : sla == guimodels::SlaState::kWarning ? Ink::kWarning
                                                           : Ink::kTextMuted;
    painter.setFont(sized(option.font, 0.92, sla != guimodels::SlaState::kOk && sla != guimodels::SlaState::kNone));
    painter.setPen(theme_.color(ink));
    const int width = painter.fontMetrics().horizontalAdvance(waiting);
    drawStart(painter, takeEnd(rect, width + 1, option.direction), waiting, option.direction);
    rect = option.direction == Qt::RightToLeft ? rect.adjusted(-3, 0, 0, 0) : rect.adjusted(0, 0, 3, 0);
    const QRect icon = takeEnd(rect, 14, option.direction);
    const QString name = sla == guimodels::SlaState::kBreached ? u"warning"_s : u"clock"_s;
    painter.drawPixmap(icon.left(), icon.center().y() - 6,
                       theme_.pixmap(name, ink, 14, painter.device()->devicePixelRatioF()));
  } else if (const auto at = index.data(role(ConversationRole::kLastAt)).toLongLong(); at != 0) {
    painter.setFont(sized(option.font, 0.92, false));
    painter.setPen(theme_.color(Ink::kTextMuted));
    const QString text = Format::stamp(at, clock_.now());
    drawStart(painter, takeEnd(rect, painter.fontMetrics().horizontalAdvance(text) + 1, option.direction), text,
              option.direction);
  }
  painter.setFont(sized(option.font, 1.0, true));
  painter.setPen(theme_.color(Ink::kText));
  drawStart(painter, rect, index.data(role(ConversationRole::kGuestName)).toString(), option.direction);
  Q_UNUSED(unread);
}

void ConversationDelegate::paintSecond(QPainter& painter, QRect rect, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const {
  const int unread = index.data(role(ConversationRole::kUnread)).toInt();
  if (unread > 0) {
    painter.setFont(sized(option.font, 0.85, true));
    const QString text = unread > 99 ? u"99+"_s : QString::number(unread);
    const int width = qMax(20, painter.fontMetrics().horizontalAdvance(text) + 12);
    const QRect badge = takeEnd(rect, width, option.direction);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_.color(Ink::kAccent));
    painter.drawRoundedRect(QRect(badge.left(), badge.center().y() - 9, width, 19), 9.5, 9.5);
    painter.setPen(theme_.color(Ink::kOnAccent));
    painter.drawText(QRect(badge.left(), badge.center().y() - 9, width, 19), Qt::AlignCenter, text);
  }
  const QString assignee = index.data(role(ConversationRole::kAssignee)).toString();
  if (!assignee.isEmpty()) {
    painter.setFont(sized(option.font, 0.88, false));
    painter.setPen(theme_.color(Ink::kTextMuted));
    const QString text = index.data(role(ConversationRole::kMine)).toBool() ? tr("you") : assignee;
    drawStart(
        painter,
        takeEnd(rect, qMin(rect.width() / 3, painter.fontMetrics().horizontalAdvance(text) + 1), option.direction),
        text, option.direction);
  }
  const QString typing = index.data(role(ConversationRole::kTyping)).toString();
  painter.setFont(sized(option.font, 0.96, false));
  if (!typing.isEmpty()) {
    painter.setPen(theme_.color(Ink::kAccent));
    drawStart(painter, rect, tr("%1 is replying…").arg(typing), option.direction);
    return;
  }
  if (index.data(role(ConversationRole::kHasDraft)).toBool()) {
    const QString draft = tr("Draft:");
    painter.setPen(theme_.color(Ink::kDanger));
    drawStart(painter, takeStart(rect, painter.fontMetrics().horizontalAdvance(draft) + 1, option.direction), draft,
              option.direction);
  } else if (index.data(role(ConversationRole::kSnippetFromUs)).toBool()) {
    const QRect icon = takeStart(rect, 14, option.direction);
    painter.drawPixmap(icon.left(), icon.center().y() - 6,
                       theme_.pixmap(u"reply"_s, Ink::kTextMuted, 14, painter.device()->devicePixelRatioF()));
  }
  painter.setPen(theme_.color(unread > 0 ? Ink::kText : Ink::kTextMuted));
  drawStart(painter, rect, index.data(role(ConversationRole::kSnippet)).toString(), option.direction);
}

}  // namespace hotel::guiwidgets
