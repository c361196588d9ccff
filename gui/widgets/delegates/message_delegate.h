// Paints the timeline: bubbles of guest, bot and staff, notes, day separators, system lines. Plain text only, each
// paragraph in its own direction. A voice note has its player and, marked as such, what a machine heard in it. Layouts
// are kept per row and thrown away when version, width, palette or font change. What can be clicked inside a bubble
// («Why?», «Retry», the player) is told by hit().
#pragma once

#include <QHash>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <memory>
#include <vector>

#include "widgets/theme.h"

namespace hotel::guiwidgets {

class VoicePlayer;

class MessageDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  enum class Spot { kNone, kWhy, kRetry, kPlay };

  explicit MessageDelegate(const Theme& theme, QObject* parent = nullptr);
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  void setWidth(int width);                   // of the viewport
  void setFirstUnread(const QString& rowId);  // «New messages» stands above this row; empty: nowhere
  QString firstUnread() const { return first_unread_; }
  Spot hit(const QStyleOptionViewItem& option, const QModelIndex& index, const QPoint& at) const;
  void forget() { cache_.clear(); }
  void setPlayer(const VoicePlayer* player) { player_ = player; }  // nullptr: nothing is played here
  bool playable(const QModelIndex& index) const;
  void setGuestSide(bool guest) { guest_side_ = guest; }  // the simulator: the guest's own messages stand at the end

 private:
  struct Paragraph {
    std::unique_ptr<QTextLayout> layout;
    qreal top = 0;
  };
  struct Bubble {
    QString key;
    std::vector<Paragraph> paragraphs;
    QStringList buttons;
    QString header, meta, error, attachment, attachmentIcon, caption, link;
    QString voiceId;  // of the message whose player this is; empty: none
    Spot linkSpot = Spot::kNone;
    qreal textWidth = 0, textHeight = 0;
    QSizeF size;       // of the bubble
    qreal height = 0;  // of the row
    bool agent = false, note = false, staff = false, failed = false, atEnd = false, centered = false, continues = false;
    int status = 0;
    bool pending = false;
  };
  struct Boxes {
    QRectF bubble, header, attachment, caption, text, error, meta, link;
    std::vector<QRectF> buttons;
  };

  const Bubble& bubbleOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void fill(Bubble& bubble, const QModelIndex& index) const;
  void fillVoice(Bubble& bubble, const QModelIndex& index) const;
  QString voiceKey(const QModelIndex& index) const;
  void measure(Bubble& bubble, const QFont& font, const QString& text) const;
  Boxes place(const Bubble& bubble, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintCentered(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
  void paintBubble(QPainter& painter, const QStyleOptionViewItem& option, const Bubble& bubble,
                   const Boxes& boxes) const;
  void paintMeta(QPainter& painter, const QFont& font, const Bubble& bubble, const Boxes& boxes) const;
  void paintVoice(QPainter& painter, const QFont& font, const Bubble& bubble, const Boxes& boxes) const;
  void paintTicks(QPainter& painter, QPointF at, const Bubble& bubble) const;
  qreal markerHeight(const QFont& font, const QModelIndex& index) const;

  const Theme& theme_;
  const VoicePlayer* player_ = nullptr;
  int width_ = 600;
  bool guest_side_ = false;
  QString first_unread_;
  mutable QHash<QString, std::shared_ptr<Bubble>> cache_;
};

// Titles of the buttons or list rows of an interactive message, with their ids, in order. Understands Graph's object
// and flat lists.
struct Choice {
  QString id;
  QString title;
  QString description;
};
std::vector<Choice> choicesOf(const QString& interactiveJson);

}  // namespace hotel::guiwidgets
