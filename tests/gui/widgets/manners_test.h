#pragma once

#include <QObject>

// What holds for every widget: names, focus, room for its text, keys that type no letters.
class MannersTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void shortcutsAreAllowedAndUnique();
  void forbiddenAndTakenKeysAreRefused();
  void everyGlobalCommandIsInAMenu();
  void everythingToOperateHasANameAndObjectName();
  void listItemsAreSentences();
  void tabReachesEverythingAndReturns_data();
  void tabReachesEverythingAndReturns();
  void textIsNotClipped_data();
  void textIsNotClipped();
  void deepLinksHoldIdsOnly();
};
