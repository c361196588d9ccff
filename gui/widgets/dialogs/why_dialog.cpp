#include "widgets/dialogs/why_dialog.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "widgets/controls.h"
#include "widgets/views/claims_table.h"
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
  auto* reasons = new QWidget(this);
  auto* column = new QVBoxLayout(reasons);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(16);
  auto* claims = new ClaimsTable(reasons);
  column->addWidget(claims);
  auto* why = new WhyPanel(reasons);
  why->showWhy(whyJson, now, claims->showClaims(whyJson, now));
  column->addWidget(why);
  column->addStretch();
  auto* scroll = new QScrollArea(this);  // an offer of many rooms states many things
  scroll->setObjectName(u"whyScroll"_s);
  scroll->setAccessibleName(tr("Reasons"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidget(reasons);
  scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  content()->addWidget(scroll, 1);
  setMinimumWidth(520);
  cancel()->hide();
  nameButton(ok(), tr("Close"));
  resize(640, QDialog::layout()->totalHeightForWidth(640));
}

}  // namespace hotel::guiwidgets
