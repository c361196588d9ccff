#include <QApplication>
#include <QTest>

#include "desk_test.h"
#include "inbox_test.h"
#include "manners_test.h"
#include "palette_test.h"
#include "voice_test.h"

namespace {

template <class Test>
int run(int argc, char** argv) {
  Test test;
  return QTest::qExec(&test, argc, argv) == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const QApplication app(argc, argv);
  return run<PaletteTest>(argc, argv) + run<InboxTest>(argc, argv) + run<DeskTest>(argc, argv) +
         run<MannersTest>(argc, argv) + run<VoiceTest>(argc, argv);
}
