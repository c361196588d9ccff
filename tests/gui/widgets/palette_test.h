#pragma once

#include <QObject>

// Each palette has every role, and its text and parts stand out enough (WCAG 2: 4.5 and 3).
class PaletteTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void everyPaletteHasTheSameRoles_data();
  void everyPaletteHasTheSameRoles();
  void textAndPartsStandOut_data();
  void textAndPartsStandOut();
  void contrastIsThatOfTheStandard();
  void colorsAreWrittenNowhereElse();
  void initialsAndAvatarColorsAreStable();
};
