// An ordinary afternoon at the desk, as data of the fake daemon: for pictures, the accessibility walk and the layout
// lint.
#pragma once

#include "support_qt/fake_daemon.h"
#include "wire/time.h"

namespace hotel::guiwidgets_test {

inline constexpr const char* kMaria = "0190a1b2-0000-7000-8000-000000000001";
inline constexpr const char* kRafael = "0190a1b2-0000-7000-8000-000000000002";
inline constexpr const char* kJohn = "0190a1b2-0000-7000-8000-000000000003";
inline constexpr const char* kOmar = "0190a1b2-0000-7000-8000-000000000004";

void layScene(support_qt::FakeDaemon& daemon, wire::Millis now);
// Answers for the next opening of a conversation: its booking, the draft of the agent, templates.
void answerBooking(support_qt::FakeDaemon& daemon, wire::Millis now);
void answerDraft(support_qt::FakeDaemon& daemon, const char* conversation, wire::Millis now);
void layDesk(support_qt::FakeDaemon& daemon, wire::Millis now);  // open requests and the knowledge base
void answerTemplates(support_qt::FakeDaemon& daemon);

}  // namespace hotel::guiwidgets_test
