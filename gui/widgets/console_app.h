// The whole console, put together: the parts of core and models, theme and language, main window, signing in and out.
// Tests make one with folders and a clock of their own. GUI thread.
#pragma once

#include <QObject>
#include <QUrl>
#include <memory>
#include <optional>

#include "core/gui_clock.h"
#include "widgets/context.h"
#include "widgets/main_window.h"

namespace hotel::guiwidgets {

class SignInDialog;

// hotel-console://conversation/ID[/message/ID]; nothing for anything else. Ids only, validated.
struct DeepLink {
  QString conversation;
  QString message;
};
std::optional<DeepLink> parseDeepLink(const QString& text);

class ConsoleApp : public QObject {
  Q_OBJECT
 public:
  struct Options {
    QString configFolder;
    QString dataFolder;
    QUrl server;  // empty: the last one
    QString user;
    QString password;  // from --password-file; empty: asked
    bool simulator = false;
    std::optional<DeepLink> link;
  };

  ConsoleApp(Options options, guicore::GuiClock& clock, QObject* parent = nullptr);
  ~ConsoleApp() override;

  void start();  // shows the window and signs in, or asks
  void openLink(const DeepLink& link);
  MainWindow& window() { return *window_; }
  const Context& context() const { return *context_; }
  SignInDialog* signInDialog() const;

 private:
  void applyAppearance();
  void resume(const guicore::SecretStore::Kept& kept);
  void askToSignIn(const QString& why = {});
  void begin();
  void signOut();

  Options options_;
  guicore::GuiClock& clock_;
  qreal base_points_;
  std::unique_ptr<guicore::Settings> settings_;
  std::unique_ptr<guicore::Trust> trust_;
  std::unique_ptr<guicore::SecretStore> secrets_;
  std::unique_ptr<guicore::ApiClient> api_;
  std::unique_ptr<guicore::EventStream> stream_;
  std::unique_ptr<guicore::CacheDb> cache_;
  std::unique_ptr<guicore::DraftStore> drafts_;
  std::unique_ptr<guicore::SyncEngine> engine_;
  std::unique_ptr<guimodels::Workspace> workspace_;
  std::unique_ptr<Theme> theme_;
  std::unique_ptr<Language> language_;
  std::unique_ptr<Context> context_;
  std::unique_ptr<MainWindow> window_;
  QPointer<SignInDialog> dialog_;
};

}  // namespace hotel::guiwidgets
