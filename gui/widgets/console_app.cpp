#include "widgets/console_app.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>

#include "core/text.h"
#include "widgets/dialogs/sign_in_dialog.h"
#include "widgets/simulator/simulator_window.h"
#include "widgets/views/conversation_view.h"
#include "widgets/views/inbox_view.h"
#include "wire/ids.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;

std::optional<DeepLink> parseDeepLink(const QString& text) {
  const QUrl url(text, QUrl::StrictMode);
  if (!url.isValid() || url.scheme() != u"hotel-console" || url.host() != u"conversation" || url.hasQuery() ||
      url.hasFragment())
    return std::nullopt;
  const QStringList parts = url.path().mid(1).split(u'/');
  const auto id = [](const QString& part) { return wire::is_id(guicore::toStd(part)); };
  if (parts.size() == 1 && id(parts[0])) return DeepLink{parts[0], {}};
  if (parts.size() == 3 && id(parts[0]) && parts[1] == u"message" && id(parts[2])) return DeepLink{parts[0], parts[2]};
  return std::nullopt;
}

ConsoleApp::ConsoleApp(Options options, guicore::GuiClock& clock, QObject* parent)
    : QObject(parent), options_(std::move(options)), clock_(clock) {
  base_points_ = QApplication::font().pointSizeF() > 0 ? QApplication::font().pointSizeF() : 10.0;
  QDir().mkpath(options_.configFolder);
  QDir().mkpath(options_.dataFolder);
  const QDir config(options_.configFolder);
  settings_ = std::make_unique<guicore::Settings>(config.filePath(u"settings.ini"_s));
  trust_ = std::make_unique<guicore::Trust>(config.filePath(u"trust.ini"_s));
  secrets_ = std::make_unique<guicore::SecretStore>(config.filePath(u"session.json"_s));
  api_ = std::make_unique<guicore::ApiClient>(*trust_);
  stream_ = std::make_unique<guicore::EventStream>(*trust_, clock_);
  cache_ = std::make_unique<guicore::CacheDb>();
  drafts_ = std::make_unique<guicore::DraftStore>(clock_);
  engine_ = std::make_unique<guicore::SyncEngine>(guicore::SyncEngine::Parts{*api_, *stream_, *cache_, clock_});
  workspace_ = std::make_unique<guimodels::Workspace>(*engine_, *drafts_, clock_);
  theme_ = std::make_unique<Theme>();
  language_ = std::make_unique<Language>();
  context_ = std::make_unique<Context>(Context{*workspace_, *settings_, *secrets_, *trust_, *theme_, *language_});
  language_->use(settings_->language());
  applyAppearance();
  connect(settings_.get(), &guicore::Settings::changed, this, &ConsoleApp::applyAppearance);
  window_ = std::make_unique<MainWindow>(*context_);
  connect(window_.get(), &MainWindow::signOutWanted, this, &ConsoleApp::signOut);
  connect(window_.get(), &MainWindow::signInWanted, this, [this] { askToSignIn(); });
  connect(engine_.get(), &guicore::SyncEngine::signedOut, this, [this] {
    secrets_->forget();
    askToSignIn(tr("The session has ended. Sign in again."));
  });
  connect(engine_.get(), &guicore::SyncEngine::snapshotFinished, this, [this] {
    if (options_.link) openLink(*std::exchange(options_.link, std::nullopt));
  });
}

ConsoleApp::~ConsoleApp() {
  delete dialog_;
  window_.reset();
  engine_->stop();
}

SignInDialog* ConsoleApp::signInDialog() const {
  return dialog_;
}

void ConsoleApp::applyAppearance() {
  theme_->setMode(static_cast<Theme::Mode>(static_cast<int>(settings_->theme())));
  QFont font = QApplication::font();
  if (QFontDatabase::families().contains(u"Noto Sans"_s)) font.setFamily(u"Noto Sans"_s);
  const qreal points = base_points_ * settings_->fontPercent() / 100.0;
  if (!qFuzzyCompare(font.pointSizeF(), points) || font != QApplication::font()) {
    font.setPointSizeF(points);
    QApplication::setFont(font);
  }
  if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance());
      application && application->property("hotelPalette") != theme_->paletteName()) {
    application->setProperty("hotelPalette", theme_->paletteName());
    theme_->apply(*application);
  }
}

void ConsoleApp::start() {
  window_->QWidget::show();
  if (const auto kept = secrets_->load(); kept && options_.password.isEmpty() &&
                                          (options_.server.isEmpty() || options_.server.toString() == kept->server) &&
                                          (options_.user.isEmpty() || options_.user == kept->user))
    return resume(*kept);
  askToSignIn();
  if (!options_.password.isEmpty()) dialog_->signIn(std::exchange(options_.password, QString()));
}

void ConsoleApp::resume(const guicore::SecretStore::Kept& kept) {
  api_->setServer(QUrl(kept.server));
  api_->setToken(kept.token);
  begin();
}

void ConsoleApp::askToSignIn(const QString& why) {
  if (!dialog_) {
    dialog_ = new SignInDialog(*context_, window_.get());
    connect(dialog_, &SignInDialog::signedIn, this, &ConsoleApp::begin);
    if (!options_.server.isEmpty() || !options_.user.isEmpty()) dialog_->prefill(options_.server, options_.user);
    dialog_->open();
  }
  if (!why.isEmpty()) dialog_->showProblem(why);
}

void ConsoleApp::begin() {
  fetchServerInfo(*api_).then(this, [this](const auto& result) {
    if (!result) {
      const auto& error = result.error();
      if (error.status == 401) secrets_->forget();
      return askToSignIn(error.status == 401 ? tr("The session has ended. Sign in again.")
                                             : tr("The server cannot be reached: %1").arg(error.detail));
    }
    const QString account = guicore::toQt(result->user.name) + u'@' + api_->server().authority();
    drafts_->open(options_.dataFolder, account);
    window_->setServer(*result);
    engine_->start(result->user, QDir(options_.dataFolder).filePath(u"cache.db"_s));
    workspace_->loadCannedReplies();
    if (options_.simulator && result->sandbox) window_->openSimulator();
  });
}

void ConsoleApp::signOut() {
  secrets_->forget();
  window_->inbox().open({});
  engine_->stop();
  api_->signOut().then(this, [this](const auto&) { askToSignIn(); });
}

void ConsoleApp::openLink(const DeepLink& link) {
  window_->raise();
  window_->activateWindow();
  window_->openConversation(link.conversation);
  if (!link.message.isEmpty()) window_->inbox().conversation().showMessage(link.message);
}

}  // namespace hotel::guiwidgets
