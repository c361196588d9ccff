#include "widgets/delegates/message_delegate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "models/roles.h"
#include "widgets/format.h"
#include "widgets/voice_player.h"
#include "wire/message.h"

namespace hotel::guiwidgets {
using guimodels::MessageRole;
using guimodels::role;
using guimodels::RowKind;
using namespace Qt::StringLiterals;
namespace {

constexpr qreal kMargin = 16, kPadX = 12, kPadY = 8, kGap = 4, kRadius = 12, kButton = 30;
constexpr qsizetype kCacheMost = 1200;

QFont sized(const QFont& base, double factor, bool bold = false) {
  QFont font = base;
  font.setPointSizeF(base.pointSizeF() * factor);
  if (bold) font.setWeight(QFont::DemiBold);
  return font;
}

void collect(const QJsonValue& value, std::vector<Choice>& out) {
  if (value.isArray()) {
    for (const QJsonValue& item : value.toArray()) collect(item, out);
    return;
  }
  const QJsonObject object = value.toObject();
  if (object[u"reply"].isObject()) return collect(object[u"reply"], out);
  if (object[u"id"].isString() && object[u"title"].isString()) {
    out.push_back({object[u"id"].toString(), object[u"title"].toString(), object[u"description"].toString()});
    return;
  }
  for (const auto& key : {u"action"_s, u"buttons"_s, u"sections"_s, u"rows"_s})
    if (object.contains(key)) collect(object[key], out);
}

struct Attachment {
  QString icon, text;
};

Attachment attachmentOf(const QString& type, const QString& mediaJson) {
  const QJsonObject media = QJsonDocument::fromJson(mediaJson.toUtf8()).object();
  const QString file = media[u"filename"].toString();
  const auto named = [&](const QString& kind) { return file.isEmpty() ? kind : kind + u" · "_s + file; };
  if (type == u"image" || type == u"sticker") return {u"image"_s, named(MessageDelegate::tr("Image"))};
  if (type == u"audio" || type == u"voice") return {u"mic"_s, named(MessageDelegate::tr("Voice message"))};
  if (type == u"video") return {u"image"_s, named(MessageDelegate::tr("Video"))};
  if (type == u"document") return {u"file"_s, named(MessageDelegate::tr("Document"))};
  if (type == u"location") return {u"location"_s, MessageDelegate::tr("Location")};
  if (type == u"template") return {u"template"_s, MessageDelegate::tr("Template")};
  return {};
}

QString fileState(const QModelIndex& index) {
  const QString media = index.data(role(MessageRole::kMedia)).toString();
  return QJsonDocument::fromJson(media.toUtf8()).object()[u"state"].toString();
}

bool isAudio(const QModelIndex& index) {
  return index.data(role(MessageRole::kType)).toString() == u"audio";
}

// The placeholder of a note without a transcript says nothing that its player does not.
QString spokenText(const QModelIndex& index) {
  if (isAudio(index) && index.data(role(MessageRole::kTranscript)).toString() != u"done") return {};
  return index.data(role(MessageRole::kText)).toString();
}

}  // namespace

std::vector<Choice> choicesOf(const QString& interactiveJson) {
  std::vector<Choice> out;
  const QJsonDocument document = QJsonDocument::fromJson(interactiveJson.toUtf8());
  collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), out);
  return out;
}

MessageDelegate::MessageDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

void MessageDelegate::setWidth(int width) {
  width_ = qMax(200, width);
}

void MessageDelegate::setFirstUnread(const QString& rowId) {
  first_unread_ = rowId;
}

qreal MessageDelegate::markerHeight(const QFont& font, const QModelIndex& index) const {
  if (first_unread_.isEmpty() || index.data(role(MessageRole::kRowId)).toString() != first_unread_) return 0;
  return QFontMetricsF(sized(font, 0.9)).height() + 16;
}

void MessageDelegate::fill(Bubble& bubble, const QModelIndex& index) const {
  const auto kind = static_cast<RowKind>(index.data(role(MessageRole::kKind)).toInt());
  bubble.centered = kind != RowKind::kMessage;
  const auto direction = static_cast<wire::Direction>(index.data(role(MessageRole::kDirection)).toInt());
  const auto author = static_cast<wire::AuthorKind>(index.data(role(MessageRole::kAuthorKind)).toInt());
  bubble.note = direction == wire::Direction::kNote;
  bubble.agent = direction == wire::Direction::kOut && author == wire::AuthorKind::kAgent;
  bubble.staff = direction == wire::Direction::kOut && !bubble.agent;
  bubble.atEnd = guest_side_ ? direction == wire::Direction::kIn : direction != wire::Direction::kIn;
  bubble.failed = index.data(role(MessageRole::kFailed)).toBool();
  bubble.pending = index.data(role(MessageRole::kPending)).toBool();
  bubble.status = index.data(role(MessageRole::kStatus)).toInt();
  bubble.continues = index.data(role(MessageRole::kContinues)).toBool();
  const QString name = index.data(role(MessageRole::kAuthorName)).toString();
  if (guest_side_)
    bubble.header.clear();
  else if (bubble.note)
    bubble.header = tr("Note by %1 · only staff sees this").arg(name);
  else if (!bubble.continues)
    bubble.header = name;
  bubble.meta = index.data(role(MessageRole::kTimeText)).toString();
  if (bubble.staff || bubble.agent) {
    const auto status = static_cast<wire::MessageStatus>(bubble.status);
    if (status == wire::MessageStatus::kRead && !guest_side_) bubble.meta = tr("%1 · read").arg(bubble.meta);
  }
  if (bubble.failed && !guest_side_) bubble.error = index.data(role(MessageRole::kStatusText)).toString();
  if (bubble.failed && index.data(role(MessageRole::kRetryable)).toBool()) {
    bubble.link =
        index.data(role(MessageRole::kErrorCode)).toString() == u"newer_reply" ? tr("Send anyway") : tr("Retry");
    bubble.linkSpot = Spot::kRetry;
  } else if (bubble.agent && !guest_side_ && !index.data(role(MessageRole::kWhy)).toString().isEmpty()) {
    bubble.link = tr("Why?");
    bubble.linkSpot = Spot::kWhy;
  }
  const auto attachment =
      attachmentOf(index.data(role(MessageRole::kType)).toString(), index.data(role(MessageRole::kMedia)).toString());
  bubble.attachment = attachment.text;
  bubble.attachmentIcon = attachment.icon;
  if (isAudio(index)) fillVoice(bubble, index);
  // Buttons that were offered; the one that a guest chose is the text of the message itself.
  if (direction == wire::Direction::kOut && !guest_side_)
    for (const Choice& choice : choicesOf(index.data(role(MessageRole::kInteractive)).toString()))
      bubble.buttons.append(choice.title);
}

bool MessageDelegate::playable(const QModelIndex& index) const {
  return player_ && !guest_side_ && isAudio(index) && fileState(index) == u"stored";
}

void MessageDelegate::fillVoice(Bubble& bubble, const QModelIndex& index) const {
  const QString transcript = index.data(role(MessageRole::kTranscript)).toString();
  if (!guest_side_ && transcript == u"done") bubble.caption = tr("Transcript · heard by a machine");
  if (!guest_side_ && transcript == u"pending") bubble.caption = tr("The transcript is being made…");
  if (!guest_side_ && transcript == u"failed") bubble.caption = tr("There is no transcript");
  const auto say = [&](const QString& more) {
    if (!more.isEmpty()) bubble.attachment += u" · "_s + more;
  };
  if (!playable(index)) {
    if (!guest_side_ && fileState(index) == u"pending") say(tr("the file is not here yet"));
    if (!guest_side_ && fileState(index) == u"failed") say(tr("the file could not be had"));
    return;
  }
  bubble.voiceId = index.data(role(MessageRole::kMessageId)).toString();
  const auto view = player_->view(bubble.voiceId);
  const bool failed = view.state == VoicePlayer::State::kFailed;
  bubble.attachmentIcon = view.state == VoicePlayer::State::kPlaying   ? u"pause"_s
                          : view.state == VoicePlayer::State::kLoading ? u"clock"_s
                                                                       : u"play"_s;
  if (failed)
    bubble.error = view.error;
  else
    say(VoicePlayer::label(view));
}

QString MessageDelegate::voiceKey(const QModelIndex& index) const {
  if (!player_ || !isAudio(index)) return {};
  const auto view = player_->view(index.data(role(MessageRole::kMessageId)).toString());
  return QString::number(static_cast<int>(view.state)) + VoicePlayer::label(view);
}

void MessageDelegate::measure(Bubble& bubble, const QFont& font, const QString& text) const {
  const qreal most = std::floor(qMin<qreal>((width_ - 2 * kMargin) * 0.76, 620)) - 2 * kPadX;
  qreal y = 0, widest = 0;
  const QStringList lines = text.isEmpty() && !bubble.attachment.isEmpty() ? QStringList() : text.split(u'\n');
  for (const QString& line : lines) {
    auto layout = std::make_unique<QTextLayout>(line, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    qreal height = 0;
    for (QTextLine piece = layout->createLine(); piece.isValid(); piece = layout->createLine()) {
      piece.setLineWidth(most);
      piece.setPosition({0, height});
      height += piece.height();
      widest = qMax(widest, piece.naturalTextWidth());
    }
    layout->endLayout();
    if (line.isEmpty()) height = QFontMetricsF(font).height();
    bubble.paragraphs.push_back({std::move(layout), y});
    y += height;
  }
  const QFontMetricsF small(sized(font, 0.88)), head(sized(font, 0.92, true));
  qreal width = std::ceil(widest);
  qreal height = 2 * kPadY + y;
  if (!bubble.header.isEmpty()) {
    width = qMax(width, qMin(most, head.horizontalAdvance(bubble.header) + (bubble.note || bubble.agent ? 20 : 0)));
    height += head.height() + kGap;
  }
  if (!bubble.attachment.isEmpty()) {
    width = qMax(width, qMin(most, std::ceil(QFontMetricsF(font).horizontalAdvance(bubble.attachment)) + 30));
    height += QFontMetricsF(font).height() + 2 * kGap;
  }
  if (!bubble.caption.isEmpty()) {
    width = qMax(width, qMin(most, std::ceil(small.horizontalAdvance(bubble.caption)) + 2));
    height += small.height() + kGap;
  }
  if (!bubble.error.isEmpty()) {
    const QRectF box = small.boundingRect(QRectF(0, 0, most - 20, 4000), Qt::TextWordWrap, bubble.error);
    width = qMax(width, qMin(most, box.width() + 24));
    height += box.height() + kGap;
  }
  qreal meta = small.horizontalAdvance(bubble.meta) + (bubble.staff || bubble.agent ? 24 : 0);
  if (!bubble.link.isEmpty()) meta += small.horizontalAdvance(bubble.link) + 40;
  width = qMax(width, qMin(most, meta));
  height += small.height() + kGap;
  bubble.textWidth = width;
  bubble.textHeight = y;
  // Lines were broken at the widest; right-to-left ones have to be set again at the final width.
  for (Paragraph& paragraph : bubble.paragraphs) {
    if (paragraph.layout->textOption().textDirection() != Qt::RightToLeft) continue;
    paragraph.layout->beginLayout();
    qreal at = 0;
    for (QTextLine piece = paragraph.layout->createLine(); piece.isValid(); piece = paragraph.layout->createLine()) {
      piece.setLineWidth(width);
      piece.setPosition({0, at});
      at += piece.height();
    }
    paragraph.layout->endLayout();
  }
  bubble.size = QSizeF(width + 2 * kPadX, height);
  bubble.height = height + static_cast<qreal>(bubble.buttons.size()) * (kButton + kGap);
}

const MessageDelegate::Bubble& MessageDelegate::bubbleOf(const QStyleOptionViewItem& option,
                                                         const QModelIndex& index) const {
  const QString id = index.data(role(MessageRole::kRowId)).toString();
  const QString key = QString::number(index.data(role(MessageRole::kVersion)).toLongLong()) + u'|' +
                      QString::number(width_) + u'|' + QString::number(theme_.revision()) + u'|' + option.font.key() +
                      u'|' + index.data(role(MessageRole::kStatusText)).toString() + u'|' +
                      index.data(role(MessageRole::kTimeText)).toString() + u'|' +
                      index.data(role(MessageRole::kAuthorName)).toString() +
                      (index.data(role(MessageRole::kContinues)).toBool() ? u"c"_s : u""_s) + QLocale().name() +
                      voiceKey(index);
  auto& slot = cache_[id];
  if (slot && slot->key == key) return *slot;
  if (cache_.size() > kCacheMost) {
    cache_.clear();
    return bubbleOf(option, index);
  }
  auto bubble = std::make_shared<Bubble>();
  bubble->key = key;
  fill(*bubble, index);
  if (bubble->centered) {
    const QFontMetricsF small(sized(option.font, 0.9));
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRectF box = small.boundingRect(QRectF(0, 0, width_ - 6 * kMargin, 4000), Qt::TextWordWrap, text);
    bubble->size = QSizeF(std::ceil(box.width()) + 24, std::ceil(box.height()) + 8);
    bubble->height = bubble->size.height() + 16;
  } else {
    measure(*bubble, option.font, spokenText(index));
    bubble->height += bubble->continues ? 3 : 10;
  }
  slot = bubble;
  return *bubble;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  return {100, static_cast<int>(std::ceil(bubbleOf(option, index).height + markerHeight(option.font, index)))};
}

MessageDelegate::Boxes MessageDelegate::place(const Bubble& bubble, const QStyleOptionViewItem& option,
                                              const QModelIndex& index) const {
  Boxes boxes;
  const QFontMetricsF small(sized(option.font, 0.88)), head(sized(option.font, 0.92, true)), body(option.font);
  const bool right = bubble.atEnd != (option.direction == Qt::RightToLeft);
  const qreal x = right ? option.rect.right() - kMargin - bubble.size.width() : option.rect.left() + kMargin;
  qreal y = option.rect.top() + markerHeight(option.font, index) + (bubble.continues ? 3 : 10);
  boxes.bubble = QRectF(QPointF(x, y), bubble.size);
  const qreal inner = x + kPadX, width = bubble.textWidth;
  y += kPadY;
  if (!bubble.header.isEmpty()) {
    boxes.header = QRectF(inner, y, width, head.height());
    y += head.height() + kGap;
  }
  if (!bubble.attachment.isEmpty()) {
    boxes.attachment = QRectF(inner, y, width, body.height() + kGap);
    y += body.height() + 2 * kGap;
  }
  if (!bubble.caption.isEmpty()) {
    boxes.caption = QRectF(inner, y, width, small.height());
    y += small.height() + kGap;
  }
  boxes.text = QRectF(inner, y, width, bubble.textHeight);
  y += bubble.textHeight;
  if (!bubble.error.isEmpty()) {
    const QRectF box =
        small.boundingRect(QRectF(0, 0, qMin<qreal>((width_ - 2 * kMargin) * 0.76, 620) - 2 * kPadX - 20, 4000),
                           Qt::TextWordWrap, bubble.error);
    boxes.error = QRectF(inner, y + kGap, width, box.height());
    y += box.height() + kGap;
  }
  boxes.meta = QRectF(inner, y + kGap, width, small.height());
  if (!bubble.link.isEmpty())
    boxes.link = QRectF(inner, y + kGap - 2, small.horizontalAdvance(bubble.link) + 22, small.height() + 4);
  y = boxes.bubble.bottom() + kGap;
  for (qsizetype i = 0; i < bubble.buttons.size(); ++i, y += kButton + kGap)
    boxes.buttons.emplace_back(x, y, qMax(bubble.size.width(), 140.0), kButton);
  if (right)
    for (QRectF& button : boxes.buttons) button.moveRight(boxes.bubble.right());
  return boxes;
}

MessageDelegate::Spot MessageDelegate::hit(const QStyleOptionViewItem& option, const QModelIndex& index,
                                           const QPoint& at) const {
  const Bubble& bubble = bubbleOf(option, index);
  if (bubble.centered || (bubble.link.isEmpty() && bubble.voiceId.isEmpty())) return Spot::kNone;
  const Boxes boxes = place(bubble, option, index);
  if (!bubble.voiceId.isEmpty() && boxes.attachment.adjusted(-4, -4, 4, 4).contains(at)) return Spot::kPlay;
  return boxes.link.adjusted(-4, -4, 4, 4).contains(at) && !bubble.link.isEmpty() ? bubble.linkSpot : Spot::kNone;
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (const qreal marker = markerHeight(option.font, index); marker > 0) {
    const QFont font = sized(option.font, 0.9, true);
    const QRectF line(option.rect.left() + kMargin, option.rect.top() + 6, option.rect.width() - 2 * kMargin,
                      marker - 10);
    const QString text = tr("New messages");
    const qreal width = QFontMetricsF(font).horizontalAdvance(text) + 24;
    painter->setPen(QPen(theme_.color(Ink::kAccent), 1));
    painter->drawLine(QPointF(line.left(), line.center().y()),
                      QPointF(line.center().x() - width / 2, line.center().y()));
    painter->drawLine(QPointF(line.center().x() + width / 2, line.center().y()),
                      QPointF(line.right(), line.center().y()));
    painter->setFont(font);
    painter->drawText(line, Qt::AlignCenter, text);
  }
  const Bubble& bubble = bubbleOf(option, index);
  if (bubble.centered) {
    paintCentered(*painter, option, index);
  } else {
    paintBubble(*painter, option, bubble, place(bubble, option, index));
  }
  painter->restore();
}

void MessageDelegate::paintCentered(QPainter& painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const {
  const Bubble& bubble = bubbleOf(option, index);
  QRectF pill(QPointF(0, 0), bubble.size);
  pill.moveCenter(QPointF(option.rect.center().x(), option.rect.bottom() - 8 - bubble.size.height() / 2));
  const bool day = static_cast<RowKind>(index.data(role(MessageRole::kKind)).toInt()) == RowKind::kDay;
  painter.setPen(QPen(theme_.color(Ink::kBorder), 1));
  painter.setBrush(theme_.color(day ? Ink::kSurface : Ink::kSurfaceAlt));
  painter.drawRoundedRect(pill, qMin(12.0, pill.height() / 2), qMin(12.0, pill.height() / 2));
  painter.setFont(sized(option.font, 0.9));
  painter.setPen(theme_.color(Ink::kTextMuted));
  painter.drawText(pill.adjusted(12, 0, -12, 0), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
                   index.data(Qt::DisplayRole).toString());
  if (option.state.testFlag(QStyle::State_HasFocus)) {
    painter.setPen(QPen(theme_.color(Ink::kFocus), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill.adjusted(-2, -2, 2, 2), 13, 13);
  }
}

void MessageDelegate::paintBubble(QPainter& painter, const QStyleOptionViewItem& option, const Bubble& bubble,
                                  const Boxes& boxes) const {
  const Ink fill = bubble.note    ? Ink::kBubbleNote
                   : bubble.agent ? Ink::kBubbleAgent
                   : bubble.staff ? Ink::kBubbleStaff
                                  : Ink::kBubbleGuest;
  const bool right = bubble.atEnd != (option.direction == Qt::RightToLeft);
  QPainterPath path;
  path.addRoundedRect(boxes.bubble, kRadius, kRadius);
  if (!bubble.continues && !bubble.note) {  // the corner towards its author is square: who speaks, at a glance
    QPainterPath corner;
    corner.addRect(
        QRectF(right ? boxes.bubble.right() - kRadius : boxes.bubble.left(), boxes.bubble.top(), kRadius, kRadius));
    path = path.united(corner);
  }
  const bool focused = option.state.testFlag(QStyle::State_HasFocus),
             selected = option.state.testFlag(QStyle::State_Selected);
  painter.setPen(focused || selected ? QPen(theme_.color(Ink::kFocus), 2)
                 : bubble.failed     ? QPen(theme_.color(Ink::kDanger), 1.5)
                 : bubble.note       ? QPen(theme_.color(Ink::kNote), 1, Qt::DashLine)
                               : QPen(theme_.color(fill == Ink::kBubbleGuest || theme_.paletteName() == u"high_contrast"
                                                       ? Ink::kBorder
                                                       : fill),
                                      1));
  painter.setBrush(theme_.color(fill));
  painter.drawPath(path);

  const qreal ratio = painter.device()->devicePixelRatioF();
  if (!bubble.header.isEmpty()) {
    QRectF box = boxes.header;
    if (bubble.note || bubble.agent) {
      painter.drawPixmap(
          QPointF(box.left(), box.center().y() - 8),
          theme_.pixmap(bubble.note ? u"note"_s : u"bot"_s, bubble.note ? Ink::kNote : Ink::kAgent, 16, ratio));
      box.setLeft(box.left() + 20);
    }
    painter.setFont(sized(option.font, 0.92, true));
    painter.setPen(theme_.color(bubble.note    ? Ink::kNote
                                : bubble.agent ? Ink::kAgent
                                : bubble.staff ? Ink::kAccent
                                               : Ink::kTextMuted));
    painter.drawText(box, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(bubble.header, Qt::ElideRight, static_cast<int>(box.width())));
  }
  painter.setPen(theme_.color(Ink::kText));
  if (!bubble.attachment.isEmpty()) {
    painter.setFont(option.font);
    painter.drawPixmap(QPointF(boxes.attachment.left(), boxes.attachment.center().y() - 10),
                       theme_.pixmap(bubble.attachmentIcon, Ink::kText, 20, ratio));
    const QRectF box = boxes.attachment.adjusted(28, 0, 0, 0);
    painter.drawText(
        box, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(bubble.attachment, Qt::ElideMiddle, static_cast<int>(box.width())));
  }
  paintVoice(painter, option.font, bubble, boxes);
  painter.setPen(theme_.color(Ink::kText));
  for (const Paragraph& paragraph : bubble.paragraphs)
    paragraph.layout->draw(&painter, boxes.text.topLeft() + QPointF(0, paragraph.top));
  paintMeta(painter, option.font, bubble, boxes);
  painter.setFont(sized(option.font, 0.95));
  for (std::size_t i = 0; i < boxes.buttons.size(); ++i) {
    const QRectF& box = boxes.buttons[i];
    painter.setPen(QPen(theme_.color(Ink::kBorder), 1));
    painter.setBrush(theme_.color(Ink::kSurface));
    painter.drawRoundedRect(box, 8, 8);
    painter.setPen(theme_.color(Ink::kAgent));
    painter.drawText(box.adjusted(8, 0, -8, 0), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(bubble.buttons[static_cast<qsizetype>(i)], Qt::ElideRight,
                                                      static_cast<int>(box.width()) - 16));
  }
}

// How far the note was played, and what the text below it is.
void MessageDelegate::paintVoice(QPainter& painter, const QFont& font, const Bubble& bubble, const Boxes& boxes) const {
  if (!bubble.voiceId.isEmpty()) {
    const auto view = player_->view(bubble.voiceId);
    const QRectF line(boxes.attachment.left(), boxes.attachment.bottom(), boxes.attachment.width(), 2);
    if (view.durationMs > 0 && view.state != VoicePlayer::State::kFailed) {
      painter.fillRect(line, theme_.color(Ink::kBorder));
      QRectF played = line;
      played.setWidth(line.width() * static_cast<qreal>(view.positionMs) / static_cast<qreal>(view.durationMs));
      painter.fillRect(played, theme_.color(Ink::kAccent));
    }
  }
  if (bubble.caption.isEmpty()) return;
  painter.setFont(sized(font, 0.88));
  painter.setPen(theme_.color(Ink::kTextMuted));
  painter.drawText(
      boxes.caption, Qt::AlignVCenter,
      painter.fontMetrics().elidedText(bubble.caption, Qt::ElideRight, static_cast<int>(boxes.caption.width())));
}

void MessageDelegate::paintMeta(QPainter& painter, const QFont& font, const Bubble& bubble, const Boxes& boxes) const {
  const qreal ratio = painter.device()->devicePixelRatioF();
  painter.setFont(sized(font, 0.88));
  if (!bubble.error.isEmpty()) {
    painter.drawPixmap(QPointF(boxes.error.left(), boxes.error.top() + 1),
                       theme_.pixmap(u"error"_s, Ink::kDanger, 16, ratio));
    painter.setPen(theme_.color(Ink::kDanger));
    painter.drawText(boxes.error.adjusted(20, 0, 0, 0), Qt::TextWordWrap, bubble.error);
  }
  if (!bubble.link.isEmpty()) {
    QFont link = painter.font();
    link.setUnderline(true);
    painter.setFont(link);
    painter.setPen(theme_.color(bubble.linkSpot == Spot::kRetry ? Ink::kDanger : Ink::kAgent));
    painter.drawPixmap(QPointF(boxes.link.left(), boxes.link.center().y() - 7),
                       theme_.pixmap(bubble.linkSpot == Spot::kRetry ? u"refresh"_s : u"question"_s,
                                     bubble.linkSpot == Spot::kRetry ? Ink::kDanger : Ink::kAgent, 14, ratio));
    painter.drawText(boxes.link.adjusted(18, 0, 0, 0), Qt::AlignVCenter, bubble.link);
    painter.setFont(sized(font, 0.88));
  }
  QRectF box = boxes.meta;
  if ((bubble.staff || bubble.agent) && !guest_side_) {
    paintTicks(painter, QPointF(box.right() - 18, box.center().y()), bubble);
    box.setRight(box.right() - 22);
  }
  painter.setPen(theme_.color(Ink::kBubbleMeta));
  painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute, bubble.meta);
}

void MessageDelegate::paintTicks(QPainter& painter, QPointF at, const Bubble& bubble) const {
  const auto status = static_cast<wire::MessageStatus>(bubble.status);
  const qreal ratio = painter.device()->devicePixelRatioF();
  if (bubble.failed) {
    painter.drawPixmap(
        at - QPointF(-2, 7),
        theme_.pixmap(status == wire::MessageStatus::kUnknown ? u"question"_s : u"error"_s, Ink::kDanger, 14, ratio));
    return;
  }
  const bool twice = status == wire::MessageStatus::kDelivered || status == wire::MessageStatus::kRead ||
                     status == wire::MessageStatus::kPlayed;
  if (bubble.pending || status == wire::MessageStatus::kQueued || status == wire::MessageStatus::kSending) {
    painter.drawPixmap(at - QPointF(-3, 7), theme_.pixmap(u"clock"_s, Ink::kBubbleMeta, 14, ratio));
    return;
  }
  const bool read = status == wire::MessageStatus::kRead || status == wire::MessageStatus::kPlayed;
  painter.setPen(
      QPen(theme_.color(read ? Ink::kTickRead : Ink::kBubbleMeta), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const auto tick = [&](qreal x) {
    const QPointF points[] = {at + QPointF(x, 0.5), at + QPointF(x + 3.2, 3.8), at + QPointF(x + 9.5, -3.8)};
    painter.drawPolyline(points, 3);
  };
  tick(twice ? 2 : 5);
  if (twice) tick(7);
}

}  // namespace hotel::guiwidgets
