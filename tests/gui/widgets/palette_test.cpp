#include "palette_test.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "widgets/controls.h"
#include "widgets/theme.h"

using namespace Qt::StringLiterals;
using hotel::guiwidgets::Ink;
using hotel::guiwidgets::inkName;
using hotel::guiwidgets::Theme;

namespace {

struct Pair {
  Ink front, back;
};

// What stands on what in the delegates and the style sheet.
const QList<Pair>& texts() {
  static const QList<Pair> pairs{{Ink::kText, Ink::kWindow},
                                 {Ink::kText, Ink::kSurface},
                                 {Ink::kText, Ink::kSurfaceAlt},
                                 {Ink::kText, Ink::kHover},
                                 {Ink::kText, Ink::kSelection},
                                 {Ink::kText, Ink::kChatBackground},
                                 {Ink::kText, Ink::kBubbleGuest},
                                 {Ink::kText, Ink::kBubbleStaff},
                                 {Ink::kText, Ink::kBubbleAgent},
                                 {Ink::kText, Ink::kBubbleNote},
                                 {Ink::kText, Ink::kNoteSoft},
                                 {Ink::kText, Ink::kInfoSoft},
                                 {Ink::kText, Ink::kWarningSoft},
                                 {Ink::kText, Ink::kDangerSoft},
                                 {Ink::kText, Ink::kSuccessSoft},
                                 {Ink::kText, Ink::kAgentSoft},
                                 {Ink::kTextMuted, Ink::kWindow},
                                 {Ink::kTextMuted, Ink::kSurface},
                                 {Ink::kTextMuted, Ink::kSurfaceAlt},
                                 {Ink::kTextMuted, Ink::kHover},
                                 {Ink::kTextMuted, Ink::kSelection},
                                 {Ink::kTextMuted, Ink::kChatBackground},
                                 {Ink::kTextMuted, Ink::kNoteSoft},
                                 {Ink::kTextMuted, Ink::kAgentSoft},
                                 {Ink::kTextMuted, Ink::kWarningSoft},
                                 {Ink::kTextMuted, Ink::kBubbleGuest},
                                 {Ink::kBubbleMeta, Ink::kBubbleGuest},
                                 {Ink::kBubbleMeta, Ink::kBubbleStaff},
                                 {Ink::kBubbleMeta, Ink::kBubbleAgent},
                                 {Ink::kBubbleMeta, Ink::kBubbleNote},
                                 {Ink::kAccent, Ink::kSurface},
                                 {Ink::kAccent, Ink::kAccentSoft},
                                 {Ink::kAccent, Ink::kSelection},
                                 {Ink::kAccent, Ink::kHover},
                                 {Ink::kAccent, Ink::kBubbleStaff},
                                 {Ink::kAccent, Ink::kChatBackground},
                                 {Ink::kOnAccent, Ink::kAccent},
                                 {Ink::kOnAccent, Ink::kAccentHover},
                                 {Ink::kOnDanger, Ink::kDanger},
                                 {Ink::kAgent, Ink::kAgentSoft},
                                 {Ink::kAgent, Ink::kBubbleAgent},
                                 {Ink::kAgent, Ink::kSurface},
                                 {Ink::kNote, Ink::kNoteSoft},
                                 {Ink::kNote, Ink::kBubbleNote},
                                 {Ink::kSurface, Ink::kNote},
                                 {Ink::kDanger, Ink::kSurface},
                                 {Ink::kDanger, Ink::kDangerSoft},
                                 {Ink::kDanger, Ink::kSelection},
                                 {Ink::kDanger, Ink::kHover},
                                 {Ink::kDanger, Ink::kBubbleStaff},
                                 {Ink::kWarning, Ink::kSurface},
                                 {Ink::kWarning, Ink::kWarningSoft},
                                 {Ink::kWarning, Ink::kSelection},
                                 {Ink::kWarning, Ink::kHover},
                                 {Ink::kSuccess, Ink::kSurface},
                                 {Ink::kSuccess, Ink::kSuccessSoft},
                                 {Ink::kInfo, Ink::kSurface},
                                 {Ink::kInfo, Ink::kInfoSoft},
                                 {Ink::kRailText, Ink::kRail},
                                 {Ink::kRailText, Ink::kRailActiveBackground},
                                 {Ink::kRailActive, Ink::kRail},
                                 {Ink::kRailActive, Ink::kRailActiveBackground}};
  return pairs;
}

const QList<Pair>& parts() {
  static const QList<Pair> pairs{
      {Ink::kBorderStrong, Ink::kSurface}, {Ink::kBorderStrong, Ink::kWindow}, {Ink::kFocus, Ink::kSurface},
      {Ink::kFocus, Ink::kWindow},         {Ink::kFocus, Ink::kSelection},     {Ink::kFocus, Ink::kChatBackground},
      {Ink::kFocus, Ink::kNoteSoft},       {Ink::kRailActive, Ink::kRail},     {Ink::kTickRead, Ink::kBubbleStaff},
      {Ink::kTickRead, Ink::kBubbleAgent}, {Ink::kAccent, Ink::kSelection},    {Ink::kNote, Ink::kSurface},
      {Ink::kTextDisabled, Ink::kSurface}};
  return pairs;
}

QJsonObject palette(const QString& name) {
  QFile file(u":/palettes/"_s + name + u".json"_s);
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void names() {
  QTest::addColumn<QString>("name");
  for (const QString& name : Theme::paletteNames()) QTest::newRow(qPrintable(name)) << name;
}

}  // namespace

void PaletteTest::everyPaletteHasTheSameRoles_data() {
  names();
}

void PaletteTest::everyPaletteHasTheSameRoles() {
  QFETCH(QString, name);
  QSet<QString> wanted;
  for (int i = 0; i < static_cast<int>(Ink::kCount); ++i) wanted << inkName(static_cast<Ink>(i));
  const auto keys = palette(name)[u"colors"].toObject().keys();
  QCOMPARE(QSet<QString>(keys.cbegin(), keys.cend()), wanted);
}

void PaletteTest::textAndPartsStandOut_data() {
  names();
}

void PaletteTest::textAndPartsStandOut() {
  QFETCH(QString, name);
  Theme theme;
  theme.loadPalette(name);
  QStringList faults;
  const auto check = [&](const QList<Pair>& pairs, double least) {
    for (const Pair& pair : pairs)
      if (const double ratio = Theme::contrast(theme.color(pair.front), theme.color(pair.back)); ratio < least)
        faults << u"%1 on %2: %3 < %4"_s.arg(inkName(pair.front), inkName(pair.back)).arg(ratio, 0, 'f', 2).arg(least);
  };
  check(texts(), 4.5);
  check(parts(), 3.0);
  const QJsonArray avatars = palette(name)[u"avatars"].toArray();
  QVERIFY(avatars.size() >= 6);
  for (const QJsonValue& avatar : avatars)
    if (Theme::contrast(QColor(avatar.toString()), theme.onAvatar()) < 4.5) faults << u"avatar "_s + avatar.toString();
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void PaletteTest::contrastIsThatOfTheStandard() {
  QVERIFY(qAbs(Theme::contrast(Qt::black, Qt::white) - 21.0) < 0.01);
  QVERIFY(qAbs(Theme::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
  QCOMPARE(Theme::contrast(Qt::red, Qt::red), 1.0);
}

void PaletteTest::colorsAreWrittenNowhereElse() {
  static const QRegularExpression kColor(
      u"\"#[0-9A-Fa-f]{3,8}\"|QColor\\(\\d|Qt::(red|green|blue|white|black|gray|yellow)\\b"_s);
  QDirIterator files(QStringLiteral(HOTEL_GUI_SOURCES), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                     QDirIterator::Subdirectories);
  int read = 0;
  QStringList faults;
  while (files.hasNext()) {
    QFile file(files.next());
    QVERIFY(file.open(QIODevice::ReadOnly));
    ++read;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n'))
      if (line.contains(kColor) && !line.contains(u".replace(\"#000000\""_s))
        faults << file.fileName() + u": "_s + line.trimmed();
  }
  QVERIFY(read > 30);
  QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void PaletteTest::initialsAndAvatarColorsAreStable() {
  using hotel::guiwidgets::Avatar;
  QCOMPARE(Avatar::initials(u"María López"_s), u"ML"_s);
  QCOMPARE(Avatar::initials(u"Cher"_s), u"C"_s);
  QCOMPARE(Avatar::initials(u"Ana Maria de Souza"_s), u"AS"_s);
  QCOMPARE(Avatar::initials(u"+34600123456"_s), QString());
  Theme theme;
  QCOMPARE(theme.avatarColor(u"c1"_s), theme.avatarColor(u"c1"_s));
  QSet<QRgb> colors;
  for (int i = 0; i < 64; ++i) colors << theme.avatarColor(QString::number(i)).rgb();
  QVERIFY(colors.size() >= 6);
}
