// The language of the console: its own translations (resources :/i18n) and Qt's, switched while running. Every widget
// hears of it as QEvent::LanguageChange; retranslating() is the short way to react. GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>
#include <functional>

namespace hotel::guiwidgets {

class Language : public QObject {
  Q_OBJECT
 public:
  explicit Language(QObject* parent = nullptr) : QObject(parent) {}
  ~Language() override;

  static QStringList known();                       // en, es, pt_BR
  static QString ownName(const QString& language);  // in that language itself
  static QString best(const QString& wanted);       // a known one; empty: the system's
  void use(const QString& wanted);
  QString current() const { return current_; }

 private:
  QString current_;
  QTranslator own_;
  QTranslator qt_;
};

// Runs `run` now and at each change of the language, as long as `widget` lives.
void retranslating(QObject* widget, std::function<void()> run);

}  // namespace hotel::guiwidgets
