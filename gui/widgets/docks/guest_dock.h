// Beside the conversation: who the guest is, the stay as the PMS holds it with the age of that knowledge (it ticks),
// labels, notes of staff, alerts. Bookings are asked from the API when a conversation opens and follow booking.updated.
// GUI thread.
#pragma once

#include <QDockWidget>
#include <optional>
#include <vector>

#include "widgets/context.h"
#include "wire/booking.h"

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace hotel::guiwidgets {

class Avatar;
class BookingCard;
class ElidedLabel;
class StateView;

class GuestDock : public QDockWidget {
  Q_OBJECT
 public:
  explicit GuestDock(const Context& context, QWidget* parent = nullptr);
  void setConversation(const QString& id);

 Q_SIGNALS:
  void failed(const QString& what);

 private:
  void build();
  void retranslate();
  void refreshIdentity();
  void fetchBookings();
  void showBookings();
  void refreshNotes();
  void refreshAlerts();
  void addLabel();
  void removeLabel(const QString& label);
  void setLabels(const QStringList& labels);
  const wire::Conversation* conversation() const;

  Context context_;
  QString id_;
  QString phone_;
  std::vector<wire::Booking> bookings_;
  bool loading_ = false;
  std::optional<guicore::ApiError> error_;

  QWidget* body_;
  QLabel* empty_;
  Avatar* avatar_;
  ElidedLabel* name_;
  ElidedLabel* phone_label_;
  QLabel* language_;
  QLabel* stay_title_;
  QVBoxLayout* stay_;
  std::vector<BookingCard*> cards_;
  QLabel* labels_title_;
  QWidget* labels_;
  QLineEdit* label_edit_;
  QLabel* notes_title_;
  QVBoxLayout* notes_;
  QLabel* alerts_title_;
  QVBoxLayout* alerts_;
};

}  // namespace hotel::guiwidgets
