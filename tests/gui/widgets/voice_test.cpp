#include "voice_test.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QListView>
#include <QMenu>

#include "widgets/views/conversation_view.h"
#include "widgets/views/inbox_view.h"
#include "widgets/views/message_list.h"
#include "widgets/voice_player.h"

using namespace Qt::StringLiterals;
using namespace hotel::guiwidgets;
using namespace hotel::guiwidgets_test;
namespace wire = hotel::wire;
using hotel::guimodels::ConversationRole;
using hotel::guimodels::MessageRole;
using hotel::guimodels::role;
using State = VoicePlayer::State;

namespace {

QByteArray voiceFile() {
  QFile in(QStringLiteral(HOTEL_TEST_DATA "/data/audio/voice.ogg"));
  return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

const QString kMedia = u"/messages/m1/media"_s;

}  // namespace

class VoiceTest::Recorder : public SoundOutput {
 public:
  QString start(const hotel::guicore::Sound& sound) override {
    samples = sound.samples();
    calls << u"start"_s;
    return refusal;
  }
  void pause() override { calls << u"pause"_s; }
  void resume() override { calls << u"resume"_s; }
  void stop() override {}
  qint64 positionMs() const override { return position; }

  QStringList calls;
  qint64 samples = 0, position = 0;
  QString refusal;
};

void VoiceTest::init() {
  f_ = std::make_unique<ConsoleFixture>();
}
void VoiceTest::cleanup() {
  f_.reset();
}

void VoiceTest::put(const std::string& text, const std::string& transcript, const std::string& file) {
  auto c = hotel::support_qt::waiting("c1", "María", f_->now() - 60'000);
  c.last_message->text = text;
  c.last_message->type = "audio";
  f_->daemon.put(c, false);
  f_->daemon.put(hotel::support_qt::waiting("c2", "Luis", f_->now() - 50'000), false);
  auto m = hotel::support_qt::message("m1", "c1", text, f_->now() - 60'000);
  m.type = "audio";
  m.media = {{"state", file}, {"mime_type", "audio/ogg"}, {"voice", true}, {"transcript", {{"state", transcript}}}};
  f_->daemon.say(m, false);
}

void VoiceTest::open() {
  f_->start();
  f_->open(u"c1"_s);
  auto& view = f_->console().window().inbox().conversation();
  auto recorder = std::make_unique<Recorder>();
  recorder_ = recorder.get();
  view.voice().setOutput(std::move(recorder));
  QTRY_COMPARE(view.list().model()->rowCount(), 2);  // the day and the note
}

void VoiceTest::playsPausesAndGoesOn() {
  put("[voice note]", "off");
  open();
  auto& view = f_->console().window().inbox().conversation();
  auto& list = view.list();
  f_->daemon.answerNext(kMedia, {200, voiceFile(), {{"Content-Type", "audio/ogg"}}});
  // With the mouse: the row of the player stands above the text, beside the icon.
  const QRect row = list.visualRect(list.model()->index(1, 0));
  bool hit = false;
  for (int y = row.top(); y < row.bottom() && !hit; y += 3) {
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, {row.left() + 40, y});
    hit = view.voice().view(u"m1"_s).state != State::kIdle;
  }
  QVERIFY(hit);
  QTRY_COMPARE(view.voice().view(u"m1"_s).state, State::kPlaying);
  QCOMPARE(recorder_->samples, qint64{72'000});
  QCOMPARE(view.voice().view(u"m1"_s).durationMs, qint64{1'500});
  recorder_->position = 1'100;
  QTRY_COMPARE(VoicePlayer::label(view.voice().view(u"m1"_s)), u"0:01 / 0:01"_s);
  // With the keyboard.
  list.setFocus();
  list.setCurrentIndex(list.model()->index(1, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kPaused);
  QTest::keyClick(&list, Qt::Key_Return);
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kPlaying);
  Q_EMIT recorder_->ended();
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kIdle);
  QCOMPARE(VoicePlayer::label(view.voice().view(u"m1"_s)), u"0:01"_s);
  QTest::keyClick(&list, Qt::Key_Return);  // again, without fetching it again
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kPlaying);
  QCOMPARE(recorder_->calls, QStringList({u"start"_s, u"pause"_s, u"resume"_s, u"start"_s}));
  QCOMPARE(f_->daemon.requests("GET", kMedia).size(), std::size_t{1});
  // From the menu.
  QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
  QApplication::sendEvent(list.viewport(), &event);
  auto* menu = list.findChild<QMenu*>();
  QVERIFY(menu);
  QCOMPARE(menu->actions().at(1)->text(), u"Pause voice message"_s);
  menu->actions().at(1)->trigger();
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kPaused);
  menu->close();
}

void VoiceTest::theTranscriptIsMarkedAsOne() {
  put("[voice note]", "pending");
  open();
  auto& list = f_->console().window().inbox().conversation().list();
  const auto index = [&] { return list.model()->index(1, 0); };
  const auto height = [&] { return list.visualRect(index()).height(); };
  QCOMPARE(index().data(role(MessageRole::kText)).toString(), u"Voice message"_s);
  QVERIFY(index().data(Qt::AccessibleTextRole).toString().endsWith(u": Voice message"_s));
  const int before = height();
  auto m = f_->daemon.messages(u"c1"_s).front();
  m.text = "¿Tienen piscina?";
  m.media["transcript"] = {{"state", "done"}, {"model", "ears-1"}};
  ++m.version;
  f_->daemon.say(m, true, false);
  QTRY_COMPARE(index().data(role(MessageRole::kTranscript)).toString(), u"done"_s);
  QCOMPARE(index().data(role(MessageRole::kText)).toString(), u"¿Tienen piscina?"_s);
  const auto sentence = index().data(Qt::AccessibleTextRole).toString();
  QVERIFY2(sentence.endsWith(u": voice message, transcript by machine: ¿Tienen piscina?"_s), qPrintable(sentence));
  QTRY_VERIFY(height() > before);  // the words stand below the marker
}

void VoiceTest::theListOfConversationsQuotesNobody() {
  put("¿Tienen piscina?", "done");
  open();
  auto* list = f_->get<QListView>("conversationList");
  QStringList snippets;
  for (int row = 0; row < list->model()->rowCount(); ++row)
    snippets << list->model()->index(row, 0).data(role(ConversationRole::kSnippet)).toString();
  QVERIFY2(snippets.contains(u"Voice message: ¿Tienen piscina?"_s), qPrintable(snippets.join(u'|')));
}

void VoiceTest::whatCannotBePlayedIsSaid_data() {
  QTest::addColumn<int>("status");
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("said");
  const QString unplayable = u"This file cannot be played."_s;
  QTest::newRow("empty") << 200 << QByteArray() << unplayable;
  QTest::newRow("garbage") << 200 << QByteArray("\0\xff<html>", 8) << unplayable;
  QTest::newRow("Ogg, but no Opus") << 200 << QByteArray("OggS") + QByteArray(500, '\0') << unplayable;
  QTest::newRow("not there") << 404 << hotel::support_qt::FakeDaemon::problem(404, "not_found", "the file is not here")
                             << u"The file could not be loaded: the file is not here"_s;
}

void VoiceTest::whatCannotBePlayedIsSaid() {
  QFETCH(int, status);
  QFETCH(QByteArray, bytes);
  QFETCH(QString, said);
  put("[voice note]", "off");
  open();
  auto& voice = f_->console().window().inbox().conversation().voice();
  f_->daemon.answerNext(kMedia, {status, bytes, {}});
  voice.toggle(u"m1"_s);
  QTRY_COMPARE(voice.view(u"m1"_s).state, State::kFailed);
  QCOMPARE(voice.view(u"m1"_s).error, said);
  QVERIFY(recorder_->calls.isEmpty());
  f_->daemon.answerNext(kMedia, {200, voiceFile(), {}});
  voice.toggle(u"m1"_s);  // tries again
  QTRY_COMPARE(voice.view(u"m1"_s).state, State::kPlaying);
}

void VoiceTest::aFileThatIsNotThereIsNoPlayer() {
  put("[voice note]", "pending", "pending");
  open();
  auto& view = f_->console().window().inbox().conversation();
  auto& list = view.list();
  QVERIFY(!list.bubbles().playable(list.model()->index(1, 0)));
  list.setFocus();
  list.setCurrentIndex(list.model()->index(1, 0));
  QTest::keyClick(&list, Qt::Key_Return);
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kIdle);
  QVERIFY(f_->daemon.requests("GET", kMedia).empty());
}

// Machines of tests have no sound device, or one that takes nothing. Whatever it is, the player comes to an end by
// itself: it says what is wrong, or has played the second and a half.
void VoiceTest::aMachineWithoutSoundSaysSo() {
  put("[voice note]", "off");
  open();
  auto& voice = f_->console().window().inbox().conversation().voice();
  recorder_ = nullptr;
  voice.setOutput(std::make_unique<DeviceOutput>());
  f_->daemon.answerNext(kMedia, {200, voiceFile(), {}});
  voice.toggle(u"m1"_s);
  const auto over = [&] {
    const auto view = voice.view(u"m1"_s);
    return view.state == State::kFailed || (view.state == State::kIdle && view.durationMs > 0);
  };
  QTRY_VERIFY_WITH_TIMEOUT(over(), 20'000);
  const auto view = voice.view(u"m1"_s);
  QVERIFY(view.state == State::kIdle || view.error.contains(u"sound device"_s));
}

void VoiceTest::anotherConversationStopsIt() {
  put("[voice note]", "off");
  open();
  auto& view = f_->console().window().inbox().conversation();
  f_->daemon.answerNext(kMedia, {200, voiceFile(), {}});
  view.voice().toggle(u"m1"_s);
  QTRY_COMPARE(view.voice().view(u"m1"_s).state, State::kPlaying);
  f_->open(u"c2"_s);
  QTRY_COMPARE(view.voice().view(u"m1"_s).state, State::kIdle);
  // What was still being fetched for the conversation before is dropped.
  f_->open(u"c1"_s);
  f_->daemon.answerNext(kMedia, {200, voiceFile(), {}});
  view.voice().toggle(u"m1"_s);
  view.voice().stop();
  QTRY_COMPARE(f_->daemon.requests("GET", kMedia).size(), std::size_t{2});
  QCOMPARE(view.voice().view(u"m1"_s).state, State::kIdle);
  QCOMPARE(recorder_->calls, QStringList{u"start"_s});
}
