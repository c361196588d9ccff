// hotel-console: command line, folders, one instance. Everything else is hotel::guiwidgets.
#include <QApplication>
#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QIcon>
#include <QStandardPaths>
#include <cstdio>

#include "core/gui_clock.h"
#include "widgets/console_app.h"
#include "widgets/single_instance.h"

namespace {

using namespace Qt::StringLiterals;
using hotel::guiwidgets::ConsoleApp;

constexpr int kWrongUsage = 2;
constexpr qint64 kMostPasswordBytes = 4096;

int complain(const QString& text) {
  std::fprintf(stderr, "hotel-console: %s\n", text.toUtf8().constData());
  return kWrongUsage;
}

// The first line of the file. A password on the command line would be visible to everybody on the machine.
std::optional<QString> readPassword(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  QString line = QString::fromUtf8(file.readLine(kMostPasswordBytes));
  while (line.endsWith(u'\n') || line.endsWith(u'\r')) line.chop(1);
  return line;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication::setOrganizationName(u"hotel-agent"_s);
  QCoreApplication::setApplicationName(u"hotel-console"_s);
  QCoreApplication::setApplicationVersion(QStringLiteral(HOTEL_VERSION));
  QGuiApplication::setDesktopFileName(u"hotel-console"_s);
  QApplication application(argc, argv);
  QApplication::setWindowIcon(QIcon(u":/icons/hotel-console.svg"_s));

  QCommandLineParser parser;
  parser.setApplicationDescription(u"Desk console of Hotel Agent."_s);
  const QCommandLineOption help = parser.addHelpOption(), version = parser.addVersionOption();
  const QCommandLineOption server(u"server"_s, u"Address of the daemon."_s, u"URL"_s),
      user(u"user"_s, u"User name."_s, u"NAME"_s),
      password(u"password-file"_s, u"File whose first line is the password."_s, u"FILE"_s),
      simulator(u"simulator"_s, u"Opens the guest simulator (sandbox only)."_s);
  parser.addOptions({server, user, password, simulator});
  parser.addPositionalArgument(u"link"_s, u"hotel-console://conversation/ID"_s, u"[link]"_s);
  if (!parser.parse(QCoreApplication::arguments())) return complain(parser.errorText());
  if (parser.isSet(help)) parser.showHelp(0);
  if (parser.isSet(version)) parser.showVersion();
  if (parser.positionalArguments().size() > 1) return complain(u"one link at most"_s);

  ConsoleApp::Options options;
  const QString link = parser.positionalArguments().value(0);
  if (!link.isEmpty() && !(options.link = hotel::guiwidgets::parseDeepLink(link)))
    return complain(u"a link looks like hotel-console://conversation/ID"_s);
  if (parser.isSet(server)) {
    options.server = QUrl(parser.value(server), QUrl::StrictMode);
    if (!options.server.isValid() || options.server.host().isEmpty())
      return complain(u"--server takes an address like https://host:port"_s);
  }
  options.user = parser.value(user);
  if (parser.isSet(password)) {
    const auto read = readPassword(parser.value(password));
    if (!read) return complain(u"the password file cannot be read"_s);
    options.password = *read;
  }
  options.simulator = parser.isSet(simulator);
  options.configFolder = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
  options.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);

  // One instance per person and per set of folders.
  const QByteArray place =
      QCryptographicHash::hash(options.configFolder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
  hotel::guiwidgets::SingleInstance instance(u"hotel-console-"_s + QString::fromLatin1(place));
  if (!instance.isFirst() && instance.handOver(link)) return 0;

  hotel::guicore::SystemGuiClock clock;
  ConsoleApp console(std::move(options), clock);
  QObject::connect(&instance, &hotel::guiwidgets::SingleInstance::asked, &console, [&console](const QString& line) {
    console.window().QWidget::show();
    console.window().raise();
    console.window().activateWindow();
    if (const auto asked = hotel::guiwidgets::parseDeepLink(line)) console.openLink(*asked);
  });
  console.start();
  return QApplication::exec();
}
