#pragma once

#include <QObject>
#include <memory>

#include "console_fixture.h"

// Voice notes in the timeline: the player, the transcript, and what is said when nothing can be heard.
class VoiceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void init();
  void cleanup();
  void playsPausesAndGoesOn();
  void theTranscriptIsMarkedAsOne();
  void theListOfConversationsQuotesNobody();
  void whatCannotBePlayedIsSaid_data();
  void whatCannotBePlayedIsSaid();
  void aFileThatIsNotThereIsNoPlayer();
  void aMachineWithoutSoundSaysSo();
  void anotherConversationStopsIt();

 private:
  class Recorder;
  void put(const std::string& text, const std::string& transcript, const std::string& file = "stored");
  void open();

  std::unique_ptr<hotel::guiwidgets_test::ConsoleFixture> f_;
  Recorder* recorder_ = nullptr;
};
