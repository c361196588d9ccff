#include "models/canned_reply_model.h"

#include <QRegularExpression>
#include <algorithm>

#include "core/text.h"
#include "wire/text.h"

namespace hotel::guimodels {

using guicore::toStd;

namespace {

const QRegularExpression& variable() {
  static const QRegularExpression pattern(QStringLiteral("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|([^{}]*))?\\}\\}"));
  return pattern;
}

// "pt_BR" and "pt" are the same language here.
QString bare(const QString& language) {
  return language.left(2).toLower();
}

}  // namespace

int CannedReplyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(found_.size());
}

void CannedReplyModel::setReplies(std::vector<guicore::CannedReply> replies) {
  beginResetModel();
  all_.clear();
  for (auto& reply : replies) {
    auto title = wire::fold(toStd(reply.title));
    auto text = wire::fold(toStd(reply.text));
    all_.push_back({std::move(reply), std::move(title), std::move(text)});
  }
  find();
  endResetModel();
}

void CannedReplyModel::search(const QString& words, const QString& guestLanguage) {
  if (words == words_ && guestLanguage == language_) return;
  beginResetModel();  // a popup of at most some dozens of rows: nothing is selected across searches
  words_ = words;
  language_ = guestLanguage;
  find();
  endResetModel();
}

void CannedReplyModel::find() {
  std::vector<std::string> words;
  for (const auto& word : words_.split(QChar(u' '), Qt::SkipEmptyParts)) words.push_back(wire::fold(toStd(word)));
  found_.clear();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const auto has = [&](const std::string& word) {
      return all_[i].foldedTitle.find(word) != std::string::npos || all_[i].foldedText.find(word) != std::string::npos;
    };
    if (std::all_of(words.begin(), words.end(), has)) found_.push_back(i);
  }
  const auto rank = [&](std::size_t i) {
    const bool foreign = !language_.isEmpty() && bare(all_[i].reply.language) != bare(language_);
    const bool inTitle = std::all_of(words.begin(), words.end(), [&](const auto& word) {
      return all_[i].foldedTitle.find(word) != std::string::npos;
    });
    return std::tuple(foreign, !inTitle, std::string_view(all_[i].foldedTitle), i);
  };
  std::sort(found_.begin(), found_.end(), [&](auto a, auto b) { return rank(a) < rank(b); });
}

QVariant CannedReplyModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& reply = all_[found_[static_cast<std::size_t>(index.row())]].reply;
  if (role == Qt::DisplayRole) return reply.title.isEmpty() ? reply.text.simplified() : reply.title;
  if (role == Qt::AccessibleTextRole)
    return tr("%1, %2: %3", "title, language, text of a canned reply")
        .arg(reply.title, reply.language, reply.text.simplified());
  if (role == Qt::ToolTipRole) return reply.text;
  switch (static_cast<CannedRole>(role)) {
    case CannedRole::kId:
      return reply.id;
    case CannedRole::kTitle:
      return reply.title;
    case CannedRole::kLanguage:
      return reply.language;
    case CannedRole::kText:
      return reply.text;
  }
  return {};
}

CannedReplyModel::Filled CannedReplyModel::fill(const QString& text, const QHash<QString, QString>& values) {
  Filled out;
  qsizetype from = 0;
  auto matches = variable().globalMatch(text);
  while (matches.hasNext()) {
    const auto match = matches.next();
    out.text += text.mid(from, match.capturedStart() - from);
    from = match.capturedEnd();
    const QString name = match.captured(1);
    const QString value = values.value(name);
    if (!value.isEmpty()) {
      out.text += value;
    } else if (match.hasCaptured(2)) {
      out.text += match.captured(2).trimmed();
    } else {
      out.text += match.captured(0);
      if (!out.unresolved.contains(name)) out.unresolved << name;
    }
  }
  out.text += text.mid(from);
  return out;
}

QStringList CannedReplyModel::variablesLeft(const QString& text) {
  QStringList out;
  auto matches = variable().globalMatch(text);
  while (matches.hasNext()) out << matches.next().captured(1);
  return out;
}

}  // namespace hotel::guimodels
