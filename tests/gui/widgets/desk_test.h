#pragma once

#include <QObject>
#include <memory>

#include "console_fixture.h"

// Requests, the knowledge base and the reasons of a message, with mouse and keyboard, against the fake daemon.
class DeskTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void requestsAreShownAndDone();
  void requestsComeAndGoByEvents();
  void requestLeadsToItsConversation();
  void questionBecomesAnEntryAndIsClosed();
  void questionWithoutTopicAsksForItsName();
  void topicsAreFilteredAndMarked();
  void textIsSavedWithItsVersion();
  void unsavedTextIsKeptWhenSwitchingAndAfterARestart();
  void conflictShowsBothTexts();
  void conflictMayTakeTheOther();
  void entryIsRemovedAndComesBack();
  void olderVersionIsRestored();
  void newTopicIsWritten();
  void changeOfAColleagueAppears();
  void offlineKeepsWhatIsShown();
  void releaseManagerSeesNeither();
  void claimsShowTheirSources();
  void reasonsWithoutClaimsAreAsBefore();

 private:
  void openKnowledge(const char* key = "breakfast");
  std::unique_ptr<hotel::guiwidgets_test::ConsoleFixture> f_;
};
