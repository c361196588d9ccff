#include "widgets/single_instance.h"

#include <QLocalSocket>

namespace hotel::guiwidgets {
namespace {

constexpr int kPatienceMs = 1000;
constexpr qint64 kMostBytes = 512;

}  // namespace

SingleInstance::SingleInstance(const QString& name, QObject* parent) : QObject(parent), name_(name) {
  server_.setSocketOptions(QLocalServer::UserAccessOption);
  connect(&server_, &QLocalServer::newConnection, this, [this] {
    while (QLocalSocket* socket = server_.nextPendingConnection()) {
      connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
      connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine() && socket->bytesAvailable() < kMostBytes) return;
        const QString line = QString::fromUtf8(socket->readLine(kMostBytes)).trimmed();
        socket->disconnectFromServer();
        Q_EMIT asked(line);
      });
    }
  });
}

bool SingleInstance::isFirst() {
  QLocalSocket probe;
  probe.connectToServer(name_);
  if (probe.waitForConnected(kPatienceMs)) return false;
  QLocalServer::removeServer(name_);  // left behind by one that crashed
  return server_.listen(name_);
}

bool SingleInstance::handOver(const QString& line) {
  QLocalSocket socket;
  socket.connectToServer(name_);
  if (!socket.waitForConnected(kPatienceMs)) return false;
  socket.write(line.toUtf8() + '\n');
  return socket.waitForBytesWritten(kPatienceMs);
}

}  // namespace hotel::guiwidgets
