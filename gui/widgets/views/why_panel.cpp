#include "widgets/views/why_panel.h"

#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "models/desk_texts.h"
#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

QString WhyPanel::valueText(const QJsonValue& value) {
  if (value.isString()) return value.toString();
  if (value.isBool()) return value.toBool() ? tr("yes") : tr("no");
  if (value.isDouble()) return QLocale().toString(value.toDouble(), 'g', 10);
  if (value.isArray()) return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
  if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
  return {};
}

QString WhyPanel::sourceName(const QString& source) {
  static const QString kVersioned = u"knowledge base, version "_s;
  if (source == u"pms" || source == u"qloapps") return tr("hotel system");
  if (source == u"mock") return tr("simulated hotel");
  if (source == u"knowledge" || source == u"knowledge_base") return tr("knowledge base");
  if (source.startsWith(kVersioned)) return tr("knowledge base, version %1").arg(source.mid(kVersioned.size()));
  if (source == u"guest" || source == u"conversation") return tr("the guest's words");
  if (source == u"settings" || source == u"house") return tr("facts of the house");
  if (source == u"wording") return tr("our own wording");
  return source;
}

QString WhyPanel::factName(const QString& what) {
  static const QString kEntry = u"knowledge:"_s;
  if (what.startsWith(kEntry)) return guimodels::topicTitle(what.mid(kEntry.size()));
  const auto colon = what.indexOf(u':');
  const QString kind = colon < 0 ? what : what.left(colon), of = colon < 0 ? QString() : what.mid(colon + 1);
  if (!of.isEmpty()) {
    if (kind == u"free") return tr("%1, free rooms").arg(of);
    if (kind == u"nightly") return tr("%1, price per night").arg(of);
    if (kind == u"total") return tr("%1, total").arg(of);
    if (kind == u"rooms") return of;
    if (kind == u"booking") return tr("booking %1").arg(of);
  }
  if (kind == u"stay") return tr("stay");
  if (kind == u"dates" || kind == u"check_in") return tr("days");
  if (kind == u"people") return tr("people");
  if (kind == u"rooms") return tr("rooms");
  if (kind == u"availability") return tr("free rooms");
  if (kind == u"name") return tr("name");
  if (kind == u"code") return tr("booking code");
  if (kind == u"room_number") return tr("room number");
  if (kind == u"address") return tr("address");
  if (kind == u"phrase") return tr("phrase");
  return QString(what).replace(u'_', u' ');
}

WhyPanel::WhyPanel(QWidget* parent) : QWidget(parent), grid_(new QGridLayout(this)) {
  setObjectName(u"whyPanel"_s);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(12);
  grid_->setVerticalSpacing(4);
  grid_->setColumnStretch(1, 1);
}

void WhyPanel::addLine(const QString& what, const QString& value, const QString& source) {
  const int row = grid_->rowCount();
  auto* left = makeLabel(this, nullptr, "muted");
  left->setText(what);
  left->setWordWrap(false);
  auto* middle = makeLabel(this);
  middle->setText(value);
  middle->setTextInteractionFlags(Qt::TextSelectableByMouse);
  grid_->addWidget(left, row, 0, Qt::AlignTop);
  grid_->addWidget(middle, row, 1, Qt::AlignTop);
  if (!source.isEmpty()) {
    auto* right = makeLabel(this, nullptr, "muted");
    right->setText(source);
    right->setWordWrap(false);
    grid_->addWidget(right, row, 2, Qt::AlignTop | Qt::AlignRight);
  }
  text_ += (text_.isEmpty() ? u""_s : u"\n"_s) + what + u": "_s + value +
           (source.isEmpty() ? u""_s : u" ("_s + source + u")"_s);
}

void WhyPanel::showWhy(const QByteArray& whyJson, wire::Millis now, const QSet<int>& shown) {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  text_.clear();
  const QJsonObject why = QJsonDocument::fromJson(whyJson).object();
  const QString understood =
      why.contains(u"understanding") ? valueText(why[u"understanding"]) : valueText(why[u"intent"]).replace(u'_', u' ');
  if (!understood.isEmpty()) addLine(tr("Understood"), understood, {});
  if (why[u"confidence"].isDouble())
    addLine(tr("Confidence"), QLocale().toString(why[u"confidence"].toDouble() * 100, 'f', 0) + QLocale().percent(),
            {});
  if (why[u"language"].isString()) addLine(tr("Language"), Format::language(why[u"language"].toString()), {});
  int number = 0;
  for (const QJsonValue& item : why[u"facts"].toArray()) {
    if (shown.contains(number++)) continue;
    const QJsonObject fact = item.toObject();
    QString source = sourceName(fact[u"source"].toString());
    if (const auto at = wire::parse_rfc3339(fact[u"read_at"].toString().toStdString())) {
      const QString age = Format::readAge(*at, now);
      source = source.isEmpty() ? age : tr("%1, %2", "source of a fact, its age").arg(source, age);
    }
    addLine(factName(fact[u"what"].toString()), valueText(fact[u"value"]), source);
  }
  if (why[u"withheld"].isString()) addLine(tr("Not said"), why[u"withheld"].toString(), {});
  if (why[u"understood_by"] == u"model"_s) addLine(tr("Understood by"), tr("the language model"), {});
  if (why[u"worded_by"] == u"model"_s) addLine(tr("Worded by"), tr("the language model"), {});
  if (why[u"transcript"].toBool()) addLine(tr("Heard"), tr("a transcript of a voice note"), {});
  if (text_.isEmpty()) addLine(tr("Reasons"), tr("none were recorded"), {});
  setAccessibleName(text_);
}

}  // namespace hotel::guiwidgets
