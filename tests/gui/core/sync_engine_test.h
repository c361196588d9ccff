#pragma once

#include <QObject>

class SyncEngineTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void takesSnapshotThenFollowsEvents();
  void missesNothingBetweenPagesAndStream();
  void paintsFromTheCacheAndResumes();
  void removesWhatTheServerForgot();
  void resyncsAfterReset();
  void sendsOnceAndShowsItAtOnce();
  void sendsInOrderAndSeesItsOwn();
  void collidesLoudlyAndSendsAnyway();
  void retriesAnUnknownOutcomeOnce();
  void refusesToSendOffline();
  void keepsAccountsApart();
  void wakesUpAfterSleep();
  void loadsHistoryPageByPage();
  void twoConsolesSeeEachOther();
  void actionsShowAtOnce();
  void releaseManagersSeeNoConversations();
  void unknownEventsDoNotStopTheStream();
  void ticketsComeAsAListAndByEvents();
};
