#pragma once

#include <QObject>

class OpusDecoderTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void decodesAVoiceNote();
  void otherFilesAreFaults_data();
  void otherFilesAreFaults();
  void aCutFileGivesWhatIsThere();
  void noByteMakesItCrash();
  void stopsWhenItIsTold();
};
