#include "widgets/dialogs/why_dialog.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/controls.h"
#include "widgets/views/why_panel.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

WhyDialog::WhyDialog(const QString& message, const QByteArray& whyJson, wire::Millis now, QWidget* parent)
    : DialogBase(u"whyDialog"_s, parent) {
  setHeading(tr("Why the bot said this"));
  auto* quote = new QFrame(this);
  quote->setProperty("banner", u"agent"_s);
  auto* layout = new QVBoxLayout(quote);
  auto* text = makeLabel(quote);
  text->setText(message);
  layout->addWidget(text);
  content()->addWidget(quote);
  auto* why = new WhyPanel(this);
  why->showWhy(whyJson, now);
  content()->addWidget(why);
  content()->addStretch();
  setMinimumWidth(520);
  cancel()->hide();
  nameButton(ok(), tr("Close"));
}

}  // namespace hotel::guiwidgets
