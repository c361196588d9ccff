#pragma once

#include <QObject>

// A receptionist's way through the console, with nothing faked but the hotel and WhatsApp: the real daemon with its
// simulated hotel and its sandbox.
class DeskFlowTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void guestIsFollowedTakenOverAndAnswered();
  void draftIsStoppedBeforeItLeaves();
  void questionIsAnsweredByTheKnowledgeBase();
};
