#pragma once

#include <QObject>

// Requests, the knowledge base, and the daemon's words for people.
class DeskModelsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void requestsAreNewestFirstAndCountWhatIsOpen();
  void anOlderVersionReplacesNothing();
  void theServersListRemovesWhatIsNotOpenAnyMore();
  void requestsSpeak();
  void topicsShowWhatIsMissingAndWhatIsASample();
  void knowledgeAppliesDifferences();
  void editsKeepTextAndVersionOverARestart();
  void wordsOfTheDaemonHaveTexts_data();
  void wordsOfTheDaemonHaveTexts();
  void alertsOfKindsWithDetailsKeepThem();
};
