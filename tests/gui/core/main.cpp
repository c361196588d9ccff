#include <QCoreApplication>
#include <QTest>

#include "api_client_test.h"
#include "connection_state_test.h"
#include "event_stream_test.h"
#include "opus_decoder_test.h"
#include "stores_test.h"
#include "sync_engine_test.h"

namespace {

template <class Test>
int run(int argc, char** argv) {
  Test test;
  return QTest::qExec(&test, argc, argv) == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  int failed = run<ApiClientTest>(argc, argv);
  failed += run<ConnectionStateTest>(argc, argv);
  failed += run<EventStreamTest>(argc, argv);
  failed += run<OpusDecoderTest>(argc, argv);
  failed += run<StoresTest>(argc, argv);
  failed += run<SyncEngineTest>(argc, argv);
  return failed;
}
