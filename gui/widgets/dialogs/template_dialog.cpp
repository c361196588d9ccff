#include "widgets/dialogs/template_dialog.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <boost/json/array.hpp>

#include "core/text.h"
#include "widgets/controls.h"

namespace hotel::guiwidgets {
using guicore::toQt;
using guicore::toStd;
using namespace Qt::StringLiterals;
namespace {

// Names of the variables in the order of the text: "1", "2" or names.
QStringList variablesOf(const guicore::MessageTemplate& item) {
  static const QRegularExpression kVariable(u"\\{\\{\\s*([A-Za-z0-9_]+)\\s*\\}\\}"_s);
  QStringList out;
  for (auto it = kVariable.globalMatch(item.body); it.hasNext();) {
    const QString name = it.next().captured(1);
    if (!out.contains(name)) out << name;
  }
  return out;
}

}  // namespace

TemplateDialog::TemplateDialog(const Context& context, const wire::Conversation& conversation, QWidget* parent)
    : DialogBase(u"templateDialog"_s, parent), context_(context), conversation_(conversation) {
  setHeading(tr("Send a template"));
  pages_ = new QStackedWidget(this);
  state_ = new StateView(context.theme, u"templatesState"_s, pages_);
  auto* page = new QWidget(pages_);
  auto* layout = new QVBoxLayout(page);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  list_ = new QListWidget(page);
  list_->setObjectName(u"templateList"_s);
  list_->setAccessibleName(tr("Templates"));
  layout->addWidget(list_, 1);
  form_ = new QFormLayout;
  layout->addLayout(form_);
  preview_ = makeLabel(page);
  preview_->setObjectName(u"templatePreview"_s);
  preview_->setFrameShape(QFrame::NoFrame);
  auto* card = new QFrame(page);
  card->setProperty("card", true);
  auto* inside = new QVBoxLayout(card);
  inside->addWidget(preview_);
  layout->addWidget(card);
  pages_->addWidget(state_);
  pages_->addWidget(page);
  content()->addWidget(pages_, 1);
  resize(560, 520);
  nameButton(ok(), tr("Send template"));
  connect(list_, &QListWidget::currentRowChanged, this, &TemplateDialog::choose);
  connect(state_->action(), &QPushButton::clicked, this, &TemplateDialog::load);
  refresh();
  load();
}

void TemplateDialog::load() {
  state_->show(StateView::Kind::kLoading, u"clock"_s, tr("Loading templates…"), {});
  pages_->setCurrentWidget(state_);
  context_.api().templates().then(this, [this](const auto& result) {
    if (!result)
      return state_->showError(tr("The templates could not be loaded"), result.error().detail,
                               result.error().requestId);
    // Approved ones only, the guest's language first.
    templates_.clear();
    const QString language = toQt(conversation_.guest.language);
    for (const bool own : {true, false})
      for (const auto& item : result->items) {
        const bool approved = item.status.isEmpty() || item.status.compare(u"APPROVED", Qt::CaseInsensitive) == 0;
        if (approved && own == (!language.isEmpty() && item.language.startsWith(language))) templates_.push_back(item);
      }
    if (templates_.empty())
      return state_->show(StateView::Kind::kEmpty, u"template"_s, tr("No approved template"),
                          tr("Templates are approved by WhatsApp and come from its business account."));
    list_->clear();
    for (const auto& item : templates_) list_->addItem(item.name + u"  ·  "_s + item.language);
    pages_->setCurrentIndex(1);
    list_->setCurrentRow(0);
    list_->setFocus();
  });
}

void TemplateDialog::choose(int row) {
  while (form_->rowCount() > 0) form_->removeRow(0);
  fields_.clear();
  chosen_ = row;
  if (row >= 0) {
    for (const QString& name : variablesOf(templates_[static_cast<std::size_t>(row)])) {
      auto* field = new QLineEdit(this);
      field->setObjectName(u"templateVariable"_s + name);
      field->setAccessibleName(tr("Value of %1").arg(name));
      if (fields_.isEmpty()) field->setText(toQt(conversation_.guest.name));
      form_->addRow(u"{{"_s + name + u"}}"_s, field);
      connect(field, &QLineEdit::textChanged, this, &TemplateDialog::refresh);
      fields_ << field;
    }
  }
  refresh();
}

void TemplateDialog::refresh() {
  preview_->setText(filledText());
  ok()->setEnabled(chosen_ >= 0 && std::none_of(fields_.cbegin(), fields_.cend(),
                                                [](const QLineEdit* f) { return f->text().trimmed().isEmpty(); }));
}

QString TemplateDialog::filledText() const {
  if (chosen_ < 0) return {};
  const auto& item = templates_[static_cast<std::size_t>(chosen_)];
  QString out = item.body;
  const QStringList names = variablesOf(item);
  for (qsizetype i = 0; i < names.size() && i < fields_.size(); ++i)
    if (const QString value = fields_[i]->text().trimmed(); !value.isEmpty())
      out.replace(QRegularExpression(u"\\{\\{\\s*"_s + names[i] + u"\\s*\\}\\}"_s),
                  QString(value).replace(u'\\', u"\\\\"_s));
  return out;
}

boost::json::object TemplateDialog::templateObject() const {
  if (chosen_ < 0) return {};
  const auto& item = templates_[static_cast<std::size_t>(chosen_)];
  boost::json::object out{{"name", toStd(item.name)}, {"language", {{"code", toStd(item.language)}}}};
  if (fields_.isEmpty()) return out;
  boost::json::array parameters;
  const QStringList names = variablesOf(item);
  for (qsizetype i = 0; i < names.size(); ++i) {
    boost::json::object parameter{{"type", "text"}, {"text", toStd(fields_[i]->text().trimmed())}};
    if (!names[i].at(0).isDigit()) parameter["parameter_name"] = toStd(names[i]);
    parameters.push_back(std::move(parameter));
  }
  boost::json::object body{{"type", "body"}, {"parameters", std::move(parameters)}};
  boost::json::array components;
  components.push_back(std::move(body));
  out["components"] = std::move(components);
  return out;
}

}  // namespace hotel::guiwidgets
