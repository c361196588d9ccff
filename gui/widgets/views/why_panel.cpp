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
  return source;
}

QString WhyPanel::factName(const QString& what) {
  static const QString kEntry = u"knowledge:"_s;
  if (what.startsWith(kEntry)) return guimodels::topicTitle(what.mid(kEntry.size()));
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
  if (text_.isEmpty()) addLine(tr("Reasons"), tr("none were recorded"), {});
  setAccessibleName(text_);
}

}  // namespace hotel::guiwidgets
