#pragma once

#include <QObject>

class ConversationModelsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void tellsInBatchesOfRuns();
  void ignoresOlderVersions();
  void speaksWholeSentences();
  void agesByTicks();
  void sortsAndFiltersLikeTheServer();
  void frozenOrderHoldsAndThaws();
  void thawsByItself();
  void searchesEverywhere();
  void findsWhatNeedsAttention();
  void equalsTheReferenceAfterAnyOperations_data();
  void equalsTheReferenceAfterAnyOperations();
  void carriesAHundredThousand();
  void alertsStayAcknowledged();
  void cannedRepliesAreFoundAndFilled();
  void wheelTurnsForEverybody();
  void workspaceBindsEverything();
};
