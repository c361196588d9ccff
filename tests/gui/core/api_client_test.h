#pragma once

#include <QObject>

class ApiClientTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void signsInAndSendsTheToken();
  void readsListsAndEncodesQueries();
  void turnsProblemsIntoErrors();
  void keepsTheDeadline();
  void tellsACutAnswerFromAWholeOne();
  void followsNoRedirect();
  void refusesPlainHttpToOthers();
  void announcesALostSession();
  void abortsAndForgetsDeadContexts();
  void sendsRepliesWithKeyAndNumber();
  void mistrustsChangedKeys();
};
