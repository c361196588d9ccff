#pragma once

#include <QObject>
#include <memory>

#include "console_fixture.h"

// The desk at work, with mouse and keyboard, against the fake daemon.
class InboxTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void wrongPasswordIsTold();
  void signInShowsTheInbox();
  void plainHttpToAnotherMachineIsRefused();
  void listOpensConversationReplyIsDelivered();
  void noteNeverReachesTheGuest();
  void takeOverAndHandBack();
  void newerReplyMustBeConfirmed();
  void closedWindowAllowsTemplatesOnly();
  void draftSurvivesSwitchAndRestart();
  void cannedReplyComesWithSlash();
  void unresolvedVariableBlocksSending();
  void emptyViewTellsOfConversationsElsewhere();
  void emptyFilteredViewClearsTheSearch();
  void messagesThatFailToLoadCanBeRetried();
  void draftOfTheBotShowsItsFactsAndIsApproved();
  void collisionIsShown();
  void bookingAgeTicks();
  void alertIsAcknowledged();
  void languageChangesWithoutRestart();
  void simulatorWritesAsGuest();
  void lettersWorkInTheListOnly();
  void releaseManagerSeesNoConversation();

 private:
  std::unique_ptr<hotel::guiwidgets_test::ConsoleFixture> f_;
};
