#include <QCoreApplication>
#include <QTest>

#include "conversation_models_test.h"
#include "desk_models_test.h"
#include "message_model_test.h"

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  ConversationModelsTest conversations;
  MessageModelTest messages;
  DeskModelsTest desk;
  const int first = QTest::qExec(&conversations, argc, argv);
  const int second = QTest::qExec(&messages, argc, argv);
  const int third = QTest::qExec(&desk, argc, argv);
  return first == 0 && second == 0 && third == 0 ? 0 : 1;
}
