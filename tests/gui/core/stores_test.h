#pragma once

#include <QObject>

class StoresTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void cacheKeepsTheNewestVersion();
  void cacheAppliesAllOrNothing();
  void cacheBelongsToOneAccount();
  void cacheSurvivesDamage();
  void cacheSearchesWithoutAccents();
  void cacheKeepsPagesWhole();
  void cacheRespectsItsCap();
  void cacheForgetsDeadContexts();
  void draftsSurviveACrash();
  void draftsAreKeptApart();
  void draftsKeepADamagedFile();
  void settingsRememberAndHoldNoPassword();
  void secretsAreForTheirOwnerOnly();
};
