#include <QCoreApplication>
#include <QTest>

#include "conversation_models_test.h"
#include "message_model_test.h"

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  ConversationModelsTest conversations;
  MessageModelTest messages;
  const int first = QTest::qExec(&conversations, argc, argv);
  const int second = QTest::qExec(&messages, argc, argv);
  return first == 0 && second == 0 ? 0 : 1;
}
