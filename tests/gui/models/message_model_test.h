#pragma once

#include <QObject>

class MessageModelTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void separatesDaysAndKeepsHistoryStable();
  void replacesPagesWithoutHoles();
  void pendingRowsBecomeMessages();
  void correctedTimesMoveOneRow();
  void speaksAndShowsStates();
  void equalsTheReferenceAfterAnyOperations_data();
  void equalsTheReferenceAfterAnyOperations();
};
