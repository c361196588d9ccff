#pragma once

#include <QObject>

class EventStreamTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void deliversEventsCutAtEveryByte();
  void understandsCarriageReturnsCommentsAndManyAtOnce();
  void dropsWhatItHasSeen();
  void resumesAfterACut();
  void silenceEndsTheConnection();
  void obeysRetryAfter();
  void stopsAtRefusals_data();
  void stopsAtRefusals();
  void stopsAtReset();
  void sendsTheRightHeaders();
  void canBeStoppedInsideAnEvent();
};
