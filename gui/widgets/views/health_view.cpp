#include "widgets/views/health_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QNetworkReply>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/controls.h"
#include "widgets/format.h"

namespace hotel::guiwidgets {
using namespace Qt::StringLiterals;
namespace {

constexpr int kTimeoutMs = 8000;
constexpr qint64 kMostBytes = 256 * 1024;
constexpr auto kEvery = std::chrono::seconds(10);

QString partName(const QString& key) {
  if (key == u"database") return HealthView::tr("Database");
  if (key == u"cache") return HealthView::tr("Cache");
  if (key == u"pms") return HealthView::tr("Hotel system (PMS)");
  if (key == u"whatsapp") return HealthView::tr("WhatsApp");
  if (key == u"queue") return HealthView::tr("Queue");
  return key;
}

}  // namespace

HealthView::HealthView(const Context& context, QWidget* parent) : QWidget(parent), context_(context) {
  setObjectName(u"healthView"_s);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(24, 20, 24, 20);
  layout->setSpacing(16);
  auto* head = new QHBoxLayout;
  head->setSpacing(12);
  title_ = makeLabel(this, "title");
  title_->setWordWrap(false);
  setPointSize(title_, 1.4, true);
  overall_ = new Chip(this);
  overall_->setObjectName(u"healthChip"_s);
  refresh_ = makeButton(u""_s, u"healthRefresh"_s, this);
  head->addWidget(title_);
  head->addWidget(overall_);
  head->addStretch();
  head->addWidget(refresh_);
  layout->addLayout(head);
  banner_ = new Banner(context.theme, u"healthBanner"_s, this);
  layout->addWidget(banner_);
  state_ = new StateView(context.theme, u"healthState"_s, this);
  layout->addWidget(state_, 1);
  table_ = new QFrame(this);
  table_->setProperty("card", true);
  grid_ = new QGridLayout(table_);
  grid_->setContentsMargins(16, 12, 16, 12);
  grid_->setHorizontalSpacing(24);
  grid_->setVerticalSpacing(14);
  grid_->setColumnStretch(2, 1);
  layout->addWidget(table_);
  age_ = makeLabel(this, nullptr, "muted");
  age_->setObjectName(u"healthAge"_s);
  layout->addWidget(age_);
  layout->addStretch();
  context.trust.guard(network_);
  network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
  connect(refresh_, &QPushButton::clicked, this, &HealthView::ask);
  connect(state_->action(), &QPushButton::clicked, this, &HealthView::ask);
  context.workspace.wheel().subscribe(this, kEvery, [this](wire::Millis) {
    if (isVisible()) ask();
  });
  context.workspace.wheel().subscribe(this, std::chrono::seconds(1), [this](wire::Millis now) {
    if (isVisible() && read_at_ > 0) age_->setText(tr("Read %1").arg(Format::readAge(read_at_, now)));
  });
  retranslating(this, [this] {
    title_->setText(tr("Health"));
    setAccessibleName(tr("Health"));
    nameButton(refresh_, tr("Refresh"));
    rebuild();
  });
}

void HealthView::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  ask();
}

void HealthView::get(const QString& path, std::function<void(std::optional<QJsonObject>, const QString&)> then) {
  QUrl url = context_.api().server();
  url.setPath(path);
  QNetworkRequest request(url);
  request.setTransferTimeout(kTimeoutMs);
  request.setHeader(QNetworkRequest::UserAgentHeader, guicore::ApiClient::userAgent());
  QNetworkReply* reply = network_.get(request);
  connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
    if (received > kMostBytes) reply->abort();
  });
  connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then)] {
    reply->deleteLater();
    const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
    if (document.isObject()) return then(document.object(), {});
    then(std::nullopt, reply->errorString());
  });
}

void HealthView::ask() {
  if (asking_ || context_.api().server().isEmpty()) return;
  asking_ = true;
  get(u"/health/ready"_s, [this](std::optional<QJsonObject> ready, const QString& why) {
    if (!ready) {
      asking_ = false;
      problem_ = why;
      return rebuild();
    }
    ready_ = *ready;
    get(u"/api/pms/health"_s, [this](std::optional<QJsonObject> pms, const QString& reason) {
      asking_ = false;
      problem_ = pms ? QString() : reason;
      if (pms) {
        pms_ = *pms;
        read_at_ = context_.clock().now();
      }
      rebuild();
    });
  });
}

void HealthView::addPart(int row, const QString& name, const QString& chip, const QString& state,
                         const QString& detail) {
  auto* left = makeLabel(table_, "title");
  left->setText(name);
  left->setWordWrap(false);
  auto* middle = new Chip(table_);
  middle->show(chip, state);
  auto* right = makeLabel(table_, nullptr, "muted");
  right->setText(detail);
  grid_->addWidget(left, row, 0, Qt::AlignVCenter);
  grid_->addWidget(middle, row, 1, Qt::AlignVCenter);
  grid_->addWidget(right, row, 2, Qt::AlignVCenter);
}

void HealthView::rebuild() {
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const bool known = !ready_.isEmpty();
  table_->setVisible(known);
  age_->setVisible(known);
  state_->setVisible(!known);
  overall_->setVisible(known);
  if (!known) {
    if (problem_.isEmpty())
      state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Asking the daemon…"), {});
    else
      state_->showError(tr("The daemon does not answer"), problem_, {});
    return;
  }
  if (problem_.isEmpty())
    banner_->hide();
  else
    banner_->show(u"warning"_s, u"offline"_s,
                  tr("The daemon does not answer now; the values are old. %1").arg(problem_));
  const bool ready = ready_[u"ready"].toBool();
  overall_->show(ready ? u"success"_s : u"danger"_s, ready ? tr("Ready") : tr("Not ready"));
  int row = 0;
  const QJsonObject checks = ready_[u"checks"].toObject();
  for (const auto& key : checks.keys()) {
    const QJsonObject check = checks[key].toObject();
    const QJsonValue ok = check[u"ok"];
    QStringList detail;
    if (check[u"latency_ms"].isDouble())
      detail << tr("%1 ms").arg(QLocale().toString(check[u"latency_ms"].toDouble(), 'f', 0));
    if (const QString text = check[u"detail"].toString(); !text.isEmpty()) detail << text;
    if (key == u"pms" && !pms_.isEmpty()) {
      detail << tr("adapter %1").arg(pms_[u"pms"].toString());
      if (const QString breaker = pms_[u"breaker"].toString(); breaker == u"open")
        detail << tr("calls are paused after failures");
      else if (breaker == u"half_open")
        detail << tr("trying again after failures");
      if (const auto at = wire::parse_rfc3339(pms_[u"last_sync_at"].toString().toStdString()))
        detail << tr("synchronised %1").arg(Format::readAge(*at, context_.clock().now()));
      if (pms_[u"sync_lag_s"].isDouble())
        detail << tr("%1 s behind").arg(QLocale().toString(pms_[u"sync_lag_s"].toDouble(), 'f', 0));
    }
    const bool degraded = key == u"pms" && pms_[u"status"].toString() == u"degraded";
    addPart(row++, partName(key),
            ok.isNull()   ? u"neutral"_s
            : degraded    ? u"warning"_s
            : ok.toBool() ? u"success"_s
                          : u"danger"_s,
            ok.isNull()   ? tr("Not known yet")
            : degraded    ? tr("Degraded")
            : ok.toBool() ? tr("Works")
                          : tr("Fails"),
            detail.join(u"  ·  "_s));
  }
  age_->setText(tr("Read %1").arg(Format::readAge(read_at_, context_.clock().now())));
}

}  // namespace hotel::guiwidgets
