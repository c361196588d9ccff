// The reasons of one message of the bot.
#pragma once

#include "widgets/dialogs/dialog_base.h"
#include "wire/time.h"

namespace hotel::guiwidgets {

class WhyDialog : public DialogBase {
  Q_OBJECT
 public:
  WhyDialog(const QString& message, const QByteArray& whyJson, wire::Millis now, QWidget* parent);
};

}  // namespace hotel::guiwidgets
