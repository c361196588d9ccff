#include "widgets/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <stdexcept>

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;
namespace {

class Listener : public QObject {
 public:
  Listener(QObject* widget, std::function<void()> run) : QObject(widget), run_(std::move(run)) {
    widget->installEventFilter(this);
  }
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::LanguageChange) run_();
    return QObject::eventFilter(watched, event);
  }

 private:
  std::function<void()> run_;
};

}  // namespace

void retranslating(QObject* widget, std::function<void()> run) {
  run();
  new Listener(widget, std::move(run));
}

Language::~Language() {
  if (!QCoreApplication::instance()) return;
  QCoreApplication::removeTranslator(&own_);
  QCoreApplication::removeTranslator(&qt_);
}

QStringList Language::known() {
  return {u"en"_s, u"es"_s, u"pt_BR"_s};
}

QString Language::ownName(const QString& language) {
  if (language == u"es") return QString::fromUtf8("Español");
  if (language == u"pt_BR") return QString::fromUtf8("Português (Brasil)");
  return u"English"_s;
}

QString Language::best(const QString& wanted) {
  const QString name = wanted.isEmpty() ? QLocale::system().name() : wanted;
  if (known().contains(name)) return name;
  if (name.startsWith(u"es")) return u"es"_s;
  if (name.startsWith(u"pt")) return u"pt_BR"_s;
  return u"en"_s;
}

void Language::use(const QString& wanted) {
  const QString language = best(wanted);
  if (language == current_) return;
  current_ = language;
  QCoreApplication::removeTranslator(&own_);
  QCoreApplication::removeTranslator(&qt_);
  // The region of the desktop decides on dates and money as long as the language is the same.
  const QLocale system = QLocale::system();
  QLocale::setDefault(QLocale(language).language() == system.language() ? system : QLocale(language));
  if (qt_.load(u"qtbase_"_s + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&qt_);
  if (!own_.load(u":/i18n/console_"_s + language + u".qm"_s))
    throw std::runtime_error("translation " + language.toStdString() + " is missing");
  QCoreApplication::installTranslator(&own_);
}

}  // namespace hotel::guiwidgets
