#pragma once

#include <QObject>

class ConnectionStateTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void goesLiveWithBytesOnly();
  void countsDownAndGoesOffline();
  void showsResyncOnlyWhileUp();
  void staysSignedOut();
  void survivesClockChanges();
  void detectsJumps();
  void policyGrowsWithJitter();
};
