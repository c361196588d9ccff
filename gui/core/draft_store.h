// What people have begun to write, per conversation and mode. On disk 500 ms after the last key, as a whole file
// replaced at once, so that a crash loses nothing. Only set() and clear() change a draft: no event from elsewhere can.
// GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

#include "core/gui_clock.h"

namespace hotel::guicore {

enum class DraftMode { kReply, kNote };

struct Draft {
  QString text;
  int cursor = 0;
  wire::Millis editedAt = 0;
};

class DraftStore : public QObject {
  Q_OBJECT
 public:
  static constexpr std::chrono::milliseconds kDelay{500};

  DraftStore(GuiClock& clock, QObject* parent = nullptr);
  ~DraftStore() override;  // saves what is not saved yet

  void open(const QString& folder, const QString& account);  // one file per account
  std::optional<Draft> get(const QString& conversationId, DraftMode mode) const;
  void set(const QString& conversationId, DraftMode mode, const QString& text, int cursor = 0);  // an empty text clears
  void clear(const QString& conversationId, DraftMode mode);  // sent, or thrown away by its author
  bool has(const QString& conversationId) const;              // a non-empty draft in either mode
  QStringList conversations() const;
  bool flush();  // writes now; false: not written (failed() says why)
  bool dirty() const { return dirty_; }

 Q_SIGNALS:
  void changed(const QString& conversationId);
  void saved(qint64 at);  // «draft saved 10:42»
  void failed(const QString& what);

 private:
  using Key = std::pair<QString, DraftMode>;
  void touch(const QString& conversationId);
  void load();

  GuiClock& clock_;
  std::unique_ptr<GuiTimer> timer_;
  QString file_;
  std::map<Key, Draft> drafts_;
  bool dirty_ = false;
};

}  // namespace hotel::guicore
