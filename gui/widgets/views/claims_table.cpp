#include "widgets/views/claims_table.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>

#include "widgets/controls.h"
#include "widgets/format.h"
#include "widgets/views/why_panel.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

ClaimsTable::ClaimsTable(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  setObjectName(u"claimsTable"_s);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(20);
  grid_->setVerticalSpacing(6);
  grid_->setColumnStretch(0, 3);
  grid_->setColumnStretch(1, 3);
  hide();
}

void ClaimsTable::addRow(const QString& said, const QString& source, const QString& age, bool known) {
  const int row = grid_->rowCount();
  auto* left = makeLabel(this, "title");
  left->setText(said);
  left->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* middle = makeLabel(this, nullptr, known ? nullptr : "danger");
  middle->setText(source);
  auto* right = makeLabel(this, nullptr, "muted");
  right->setText(age);
  right->setWordWrap(false);
  grid_->addWidget(left, row, 0, Qt::AlignTop);
  grid_->addWidget(middle, row, 1, Qt::AlignTop);
  grid_->addWidget(right, row, 2, Qt::AlignTop);
  text_ += (text_.isEmpty() ? u""_s : u"\n"_s) + said + u" — "_s + source + (age.isEmpty() ? u""_s : u" — "_s + age);
}

QSet<int> ClaimsTable::showClaims(const QByteArray& whyJson, wire::Millis now) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  text_.clear();
  QSet<int> cited;
  const QJsonObject why = QJsonDocument::fromJson(whyJson).object();
  const QJsonArray facts = why[u"facts"].toArray(), claims = why[u"claims"].toArray();
  int column = 0;
  for (const QString& head : {tr("What was said"), tr("Where it comes from"), tr("Read")}) {
    auto* label = makeLabel(this, "section");
    label->setText(head);
    grid_->addWidget(label, 0, column++);
  }
  for (const QJsonValue& item : claims) {
    const QJsonObject claim = item.toObject();
    QString said = claim[u"text"].toString().simplified();
    if (said.isEmpty()) said = WhyPanel::valueText(claim[u"value"]);
    if (said.isEmpty()) continue;
    const int at = claim[u"fact"].toInt(-1);
    if (at < 0 || at >= facts.size() || !facts[at].isObject()) {
      addRow(said, tr("no source was recorded"), {}, false);
      continue;
    }
    cited.insert(at);
    const QJsonObject fact = facts[at].toObject();
    const QString what = WhyPanel::factName(fact[u"what"].toString());
    const QString source = WhyPanel::sourceName(fact[u"source"].toString());
    const auto read = wire::parse_rfc3339(fact[u"read_at"].toString().toStdString());
    addRow(said, source.isEmpty() ? what : tr("%1 · %2", "source of a fact, name of the fact").arg(source, what),
           read ? tr("%1 (%2)", "time, age").arg(Format::moment(*read, now), Format::readAge(*read, now)) : QString(),
           true);
  }
  setVisible(!text_.isEmpty());
  setAccessibleName(text_);
  return cited;
}

}  // namespace hotel::guiwidgets
